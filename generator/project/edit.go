package project

import (
	"slices"
	"strconv"
	"strings"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/source"
)

// Edit is a change of the words of a contract, as they were negotiated: of one
// sub-clause, or of one paragraph without a number.
type Edit struct {
	source.At
	Agreement string `yaml:"agreement"`
	Article   string `yaml:"article"`   // the slot
	Anchor    string `yaml:"anchor"`    // of the sub-clause or paragraph, without the slot
	Clause    string `yaml:"clause"`    // or its place in the article: 2.1
	Paragraph int64  `yaml:"paragraph"` // or the place of a paragraph, from 1
	Change    string `yaml:"change"`    // EditReplace, EditRemove, EditAdd; empty: replace
	Text      Text   `yaml:"text"`      // a template of the article; one language may be missing
	Reason    Text   `yaml:"reason"`
	By        string `yaml:"by"`
}

// What an edit does to the sub-clause or paragraph that it names.
const (
	EditReplace = "replace"
	EditRemove  = "remove"
	EditAdd     = "add" // what it says stands behind it
)

// Does returns what the edit does.
func (e *Edit) Does() string {
	if e.Change == "" {
		return EditReplace
	}
	return e.Change
}

// Target names what the edit changes, as the project file does.
func (e *Edit) Target() string {
	switch {
	case e.Anchor != "":
		return e.Article + "." + e.Anchor
	case e.Clause != "":
		return e.Article + " " + e.Clause
	}
	return e.Article + " ¶" + strconv.FormatInt(e.Paragraph, 10)
}

// Steps returns the place of a sub-clause by its numbers at each depth, or nil
// if Clause is no such place.
func (e *Edit) Steps() []int {
	var out []int
	for part := range strings.SplitSeq(e.Clause, ".") {
		n, err := strconv.Atoi(part)
		if err != nil || n < 1 || n > 999 {
			return nil
		}
		out = append(out, n)
	}
	return out
}

// ArticleApproval is the approval of one text of an article.
type ArticleApproval struct {
	source.At
	Agreement string        `yaml:"agreement"`
	Article   string        `yaml:"article"`
	Person    string        `yaml:"person"`
	Date      calendar.Date `yaml:"date"`
	Hash      string        `yaml:"hash"`
}

// Approves reports whether the text of an article of an agreement was approved.
func (p *Project) Approves(agreement string) bool {
	return slices.ContainsFunc(p.Approvals, func(a ArticleApproval) bool { return a.Agreement == agreement })
}

// checkEdits checks that each edit names one thing and says what it shall be,
// and that edits and approvals name contracts and institutions that exist.
func (p *Project) checkEdits() diag.List {
	var found diag.List
	seen := map[string]bool{}
	for i := range p.Edits {
		e := &p.Edits[i]
		found.Add(p.knownAgreement(e.Path, e.Agreement)...)
		found.Add(p.knownBy(e.Path, e.By)...)
		found.Add(p.editForm(e)...)
		key := e.Agreement + " " + e.Target()
		if e.Does() != EditAdd && seen[key] {
			found.Add(p.at(e.Path, "EDIT-TWICE",
				diag.T("two edits change %s of the contract %s", "계약 %[2]s의 %[1]s 자리를 고치는 항목이 둘입니다", e.Target(), e.Agreement),
				diag.Text{}, diag.T("make one edit of them", "하나로 합치십시오")))
		}
		seen[key] = seen[key] || e.Does() != EditAdd
	}
	for i := range p.Approvals {
		found.Add(p.knownAgreement(p.Approvals[i].Path, p.Approvals[i].Agreement)...)
	}
	for i := range p.Agreements {
		for _, c := range p.Agreements[i].Clauses {
			if c.Value != nil {
				found.Add(p.knownBy(c.Path, c.Value.By)...)
			}
		}
	}
	return found
}

func (p *Project) knownAgreement(path, id string) diag.List {
	if id == "" || p.Agreement(id) != nil {
		return nil
	}
	var ids []string
	for _, a := range p.Agreements {
		ids = append(ids, a.ID)
	}
	return diag.List{UnknownID(p, source.Child(path, "agreement"), id, diag.T("contract", "계약"), ids)}
}

func (p *Project) knownBy(path, id string) diag.List {
	if id == "" || p.Party(id) != nil {
		return nil
	}
	return diag.List{UnknownID(p, source.Child(path, "by"), id, diag.T("party", "당사자"), p.PartyIDs())}
}

// editForm checks the form of one edit.
func (p *Project) editForm(e *Edit) diag.List {
	const code = "EDIT-FORM"
	var found diag.List
	named := 0
	for _, is := range []bool{e.Anchor != "", e.Clause != "", e.Paragraph > 0} {
		if is {
			named++
		}
	}
	has := e.Text.EN != "" || e.Text.KO != ""
	switch {
	case named != 1:
		found.Add(p.at(e.Path, code,
			diag.T("an edit of %s names %d places of the article, not one", "조항 %s 수정 항목에 자리가 하나가 아니라 %d곳 지정되어 있습니다", e.Article, named),
			diag.Text{}, diag.T("write one of anchor, clause and paragraph", "anchor, clause, paragraph 가운데 하나만 쓰십시오")))
	case e.Clause != "" && e.Steps() == nil:
		found.Add(p.at(source.Child(e.Path, "clause"), code,
			diag.T("%q is no place of a sub-clause", "%q: 항·호·목의 순서가 아닙니다", e.Clause),
			diag.Text{}, diag.T("write numbers with points between them, as in 2 or 2.1", "2, 2.1과 같이 숫자를 점으로 이어 쓰십시오")))
	}
	switch {
	case e.Does() == EditRemove && has:
		found.Add(p.at(source.Child(e.Path, "text"), code,
			diag.T("an edit that removes %s has a text", "%s 자리를 빼는 항목에 문구가 있습니다", e.Target()),
			diag.Text{}, diag.T("delete the text, or write change: replace", "문구를 지우거나 change: replace로 쓰십시오")))
	case e.Does() != EditRemove && !has:
		found.Add(p.at(e.Path, code,
			diag.T("an edit of %s has no text", "%s 자리를 고치는 항목에 문구가 없습니다", e.Target()),
			diag.Text{}, diag.T("write the new words under text, or change: remove", "text에 새 문구를 쓰거나 change: remove로 쓰십시오")))
	case has:
		found.Add(p.oneLanguage(e)...)
	}
	return found
}

// oneLanguage reports an edit of one of the two texts of a contract only, if both
// are made.
func (p *Project) oneLanguage(e *Edit) diag.List {
	missing, text := diag.T("Korean", "국문"), "ko"
	if e.Text.EN == "" {
		missing, text = diag.T("English", "영문"), "en"
	}
	a := p.Agreement(e.Agreement)
	if e.Text.EN != "" && e.Text.KO != "" || a != nil && !slices.Contains(a.Texts, text) && !slices.Contains(a.Texts, "en-ko") {
		return nil
	}
	f := p.at(source.Child(e.Path, "text"), "EDIT-LANG",
		diag.T("the edit of %s has no %s text: there the contract keeps the words of the library", "%s 자리를 고치는 항목에 %s 문구가 없어 그 언어본에는 라이브러리의 문구가 그대로 남습니다", e.Target(), missing),
		diag.T("the two texts of a contract must say the same", "계약의 두 언어본은 같은 내용이어야 합니다"),
		diag.T("write the new words in both languages", "새 문구를 두 언어로 쓰십시오"))
	f.Severity = diag.Unmet
	return diag.List{f}
}
