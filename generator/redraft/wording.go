package redraft

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"pactwright/generator/diag"
	"pactwright/generator/doc"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// wordChange is a place of which the words change, in one language or in both.
type wordChange struct {
	spot  *spot
	does  string
	place string
	texts map[diag.Lang]string // templates
	edits map[diag.Lang]*project.Edit
}

// replaced takes new words of a place.
func (r *reader) replaced(s *spot, was, is string, at int) {
	if s.lost {
		r.list(at, is, diag.T("the words are others now; they were: %s", "문구가 달라졌습니다. 이전 문구: %s", clip(was)), lostPlace())
		return
	}
	r.change(s, project.EditReplace, r.template(s, was, is))
}

func lostPlace() diag.Text {
	return diag.T("an earlier edit takes words of this article away, so that its places can no longer be counted",
		"이 조항에서 문구를 빼는 수정 항목이 이미 있어 자리의 순서를 셀 수 없습니다")
}

// removed takes away a place that did not come back.
func (r *reader) removed(was int) {
	p := r.Was.Paragraphs[was]
	s := r.stand(p)
	switch {
	case p.Text == "":
	case s == nil:
		r.list(-1, p.Text, diag.T("it is gone", "빠졌습니다"), noPlace())
	case s.lost:
		r.list(-1, p.Text, diag.T("it is gone", "빠졌습니다"), lostPlace())
	case s.edit != nil && s.edit.Does() == project.EditReplace:
		r.list(-1, p.Text, diag.T("it is gone", "빠졌습니다"),
			diag.T("its words are those of an edit: %s", "문구가 이미 수정 항목에서 온 것입니다: %s", s.edit.Path))
	default:
		r.change(s, project.EditRemove, "")
	}
}

// added takes a paragraph that is new: it stands behind the place before it.
func (r *reader) added(at int) {
	p := r.Is.Paragraphs[at]
	s := r.last
	switch {
	case s == nil || s.block == nil || p.Table && r.Document.Second() == "":
		r.list(at, p.Text, diag.T("it is new", "새로 들어왔습니다"),
			diag.T("new words have a place behind a sub-clause or a paragraph of a contract", "새 문구는 계약서의 항·호·목이나 문단 뒤에 둘 수 있습니다"))
		return
	case s.lost, s.edit != nil && s.edit.Does() == project.EditAdd:
		r.list(at, p.Text, diag.T("it is new", "새로 들어왔습니다"), lostPlace())
		return
	}
	one := *s
	if second := r.Document.Second(); second != "" {
		one.lang = r.Document.Lang
		if hasHangul(p.Text) == (second == diag.Korean) {
			one.lang = second
		}
	}
	r.change(&one, project.EditAdd, escaped(p.Text))
}

func hasHangul(text string) bool {
	return strings.ContainsFunc(text, func(c rune) bool { return unicode.Is(unicode.Hangul, c) })
}

// change notes a change of words, in the entry of the other language if there is
// one.
func (r *reader) change(s *spot, does, template string) {
	for _, c := range r.words {
		if _, has := c.texts[s.lang]; c.spot.key() == s.key() && c.does == does && !has {
			c.texts[s.lang], c.edits[s.lang] = template, s.edit
			return
		}
	}
	r.words = append(r.words, &wordChange{
		spot: s, does: does, place: r.where(), texts: map[diag.Lang]string{s.lang: template}, edits: map[diag.Lang]*project.Edit{s.lang: s.edit},
	})
}

// settleWords turns changed words into entries under edits.
func (r *reader) settleWords() {
	var items []*source.Value
	next := len(r.Project.Edits)
	for _, c := range r.words {
		said := Change{Place: c.place, Kind: kindOf(c.does)}
		if e := c.earlier(); e != nil {
			r.again(e, c)
			said.Path = e.Path
		} else {
			items = append(items, r.item(c))
			said.Path = source.Item("edits", next)
			next++
		}
		r.Changes = append(r.Changes, said)
	}
	if r.New = len(items) > 0; !r.New {
		return
	}
	if r.Project.File.Root.Get("edits") == nil {
		r.Edits = append(r.Edits, source.Insert("", "edits", source.NewList(items...)))
		return
	}
	for _, item := range items {
		r.Edits = append(r.Edits, source.Append("edits", item))
	}
}

func kindOf(does string) diag.Text {
	switch does {
	case project.EditRemove:
		return diag.T("words removed", "문구 뺌")
	case project.EditAdd:
		return diag.T("words added", "문구 넣음")
	}
	return diag.T("words changed", "문구 고침")
}

// earlier returns the edit that these words are from already.
func (c *wordChange) earlier() *project.Edit {
	if c.does == project.EditAdd {
		return nil
	}
	for _, lang := range []diag.Lang{diag.English, diag.Korean} {
		if e := c.edits[lang]; e != nil {
			return e
		}
	}
	return nil
}

// again changes an edit that the project file has.
func (r *reader) again(e *project.Edit, c *wordChange) {
	if c.does == project.EditRemove {
		r.Edits = append(r.Edits, source.Remove(e.Path)) // only what was added comes here
		return
	}
	text := source.Child(e.Path, "text")
	for _, lang := range []diag.Lang{diag.English, diag.Korean} {
		words, ok := c.texts[lang]
		if !ok {
			continue
		}
		if at := source.Child(text, string(lang)); r.Project.File.Root.Find(at) != nil {
			r.Edits = append(r.Edits, source.Set(at, source.NewText(words)))
		} else {
			r.Edits = append(r.Edits, source.Insert(text, string(lang), source.NewText(words)))
		}
	}
}

// item is a new entry under edits.
func (r *reader) item(c *wordChange) *source.Value {
	v := source.NewMap()
	v.Put("agreement", source.NewText(r.Plan.Agreement.ID))
	v.Put("article", source.NewText(c.spot.slot))
	switch {
	case c.spot.anchor != "":
		v.Put("anchor", source.NewText(c.spot.anchor))
	case c.spot.clause != "":
		v.Put("clause", source.NewText(c.spot.clause))
	default:
		v.Put("paragraph", source.NewNumber(fmt.Sprint(c.spot.nth)))
	}
	if c.does != project.EditReplace {
		v.Put("change", source.NewText(c.does))
	}
	if c.does != project.EditRemove {
		text := source.NewMap()
		for _, lang := range []diag.Lang{diag.English, diag.Korean} {
			if words, ok := c.texts[lang]; ok {
				text.Put(string(lang), source.NewText(words))
			}
		}
		v.Put("text", text)
	}
	reason := source.NewMap()
	reason.Put("en", source.NewText(r.Reason.EN))
	reason.Put("ko", source.NewText(r.Reason.KO))
	v.Put("reason", reason)
	if r.By != "" {
		v.Put("by", source.NewText(r.By))
	}
	return v
}

// template writes new words of a place as a template: what was left alone of its
// values, references and terms stays what it was.
func (r *reader) template(s *spot, was, is string) string {
	runs := doc.Runs(s.block)
	kept := newMapping(was, is)
	var out strings.Builder
	done, at := 0, 0
	for _, in := range runs[0] {
		from := at
		printed := printedOf(in)
		at += len(printed)
		action := r.action(s, in)
		if at > len(was) || was[from:at] != printed { // the file does not have the text as it is put together here
			r.plain(was[min(from, len(was)):])
			break
		}
		start, end, ok := kept.same(from, at)
		switch {
		case !ok || start < done:
		case action != "":
			out.WriteString(escaped(is[done:start]))
			out.WriteString(action)
			done = end
		case in.Kind != doc.TextInline || in.Path != "" && in.Path != s.block.From().Path:
			r.plain(printed)
		}
	}
	out.WriteString(escaped(is[done:]))
	return out.String()
}

// plain warns that something which followed the project is words from now on.
func (r *reader) plain(printed string) {
	r.add(CodeFixed, diag.Warning, diag.T("%s: %s stands in the changed words as plain text", "%s: 고친 문구에 %s 값이 일반 글로 들어갔습니다", r.where(), clip(printed)),
		diag.T("it no longer follows the project", "과제의 값이 바뀌어도 함께 바뀌지 않습니다"),
		diag.T("see whether the words may stay as they are", "그대로 두어도 되는지 확인하십시오"))
}

// printedOf is what the file has of an inline.
func printedOf(in doc.Inline) string {
	switch in.Kind {
	case doc.LineBreak:
		return "\n"
	case doc.AnchorInline:
		return ""
	}
	return norm.NFC.String(strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) {
			return ' '
		}
		return c
	}, in.Text))
}

// listStart is how a list or a heading of Markdown would begin.
var listStart = regexp.MustCompile(`^(?:\d{1,9}[.)]|[-+=])`)

// escaped writes words so that a template prints them as they are.
func escaped(text string) string {
	var out strings.Builder
	start := listStart.FindString(text)
	if start != "" {
		out.WriteString(start[:len(start)-1] + `\` + start[len(start)-1:])
	}
	for i := len(start); i < len(text); i++ {
		switch c := text[i]; {
		case strings.HasPrefix(text[i:], "{{"):
			out.WriteString(`{{"{{"}}`)
			i++
		case c == '\n':
			out.WriteString("<br>")
		case strings.IndexByte("\\`*_[]<>|#~&", c) >= 0:
			out.WriteByte('\\')
			out.WriteByte(c)
		default:
			out.WriteByte(c)
		}
	}
	return out.String()
}
