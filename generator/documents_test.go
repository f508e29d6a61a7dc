package generator_test

import (
	"archive/zip"
	"bytes"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"pactwright/data"
	"pactwright/generator"
	"pactwright/generator/call"
	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/generator/merge"
	"pactwright/generator/source"
	"pactwright/templates"
)

// expected returns the letters, proposal parts and papers about contracts that a
// project file asks for, told from the file itself.
func expected(p node) []string {
	out := []string{"letters/submission-letter.ko.pdf", "proposal/iris.ko.pdf", "proposal/iris.ko.xlsx",
		"proposal/justification.en.pdf", "proposal/justification.ko.pdf", "proposal/linkage.en.pdf", "proposal/linkage.ko.pdf"}
	budget := p["budget"].(node)
	if len(list(budget, "payments")) > 0 {
		out = append(out, "proposal/fund-use.ko.pdf")
	}
	for _, x := range list(p, "parties") {
		party := x.(node)
		id, role := said(party["id"]), said(party["role"])
		file := strings.ToLower(id)
		if role == "joint" || role == "entrusted" {
			out = append(out, "letters/participation-"+file+".ko.pdf")
		}
		for source, kind := range map[string]string{"own_cash": "cash", "own_in_kind": "in-kind"} {
			if bears(budget, id, source) {
				lang := map[bool]string{true: "ko", false: "en"}[said(party["country"]) == "KR"]
				out = append(out, "letters/pledge-"+kind+"-"+file+"."+lang+".pdf")
			}
		}
		if role == "overseas" || role == "joint_foreign" {
			out = append(out, "proposal/excellence-"+file+".en.pdf", "proposal/excellence-"+file+".ko.pdf")
		}
	}
	for _, x := range list(p, "agreements") {
		id := strings.ToLower(said(x.(node)["id"]))
		out = append(out, "agreement/"+id+".review-request.ko.pdf")
		for _, kind := range []string{"heads-of-terms", "satisfies", "signing-kit"} {
			out = append(out, "agreement/"+id+"."+kind+".en.pdf", "agreement/"+id+"."+kind+".ko.pdf")
		}
	}
	for _, file := range out {
		if strings.HasPrefix(file, "letters/") || strings.Contains(file, ".heads-of-terms.") {
			out = append(out, strings.TrimSuffix(file, ".pdf")+".docx")
		}
	}
	slices.Sort(out)
	return out
}

// said is a scalar of a project file as its text.
func said(v any) string {
	if s, ok := v.(scalar); ok {
		return s.Value
	}
	s, _ := v.(string)
	return s
}

func bears(budget node, party, source string) bool {
	for _, key := range []string{"people", "lines"} {
		for _, x := range list(budget, key) {
			if row := x.(node); said(row["party"]) == party && said(row["source"]) == source {
				return true
			}
		}
	}
	return false
}

// ours reports whether a file is one of those that expected tells.
func ours(file string) bool {
	for _, part := range []string{"letters/submission", "letters/participation", "letters/pledge", "letters/withdrawal", "proposal/", ".heads-of-terms.", ".satisfies.", ".signing-kit.", ".review-request."} {
		if strings.Contains(file, part) && !strings.HasPrefix(file, "inputs/") {
			return true
		}
	}
	return false
}

// Every letter, proposal part and paper about a contract is made for each
// example where its condition holds, and nowhere else.
func TestExamplesHaveTheirDocuments(t *testing.T) {
	for _, name := range examples(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := example(t, name)
			out := exampleBuilt(t, name)
			if out.Findings.Has(diag.Blocking) {
				t.Fatal(out.Findings)
			}
			var got []string
			for _, f := range out.Files {
				if ours(f.Path) {
					got = append(got, f.Path)
				}
			}
			slices.Sort(got)
			if want := expected(p); !slices.Equal(got, want) {
				t.Errorf("made\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
			handed := archived(t, out)
			for _, file := range handed {
				if path.Ext(file) == ".docx" {
					t.Errorf("%s is handed in", file)
				}
			}
			for _, want := range []string{"02_cooperation-plan.pdf", "02_cooperation-plan-2.pdf", "05_budget.xlsx"} {
				if !slices.Contains(handed, want) {
					t.Errorf("%s is not in the archive: %v", want, handed)
				}
			}
			for _, x := range list(p, "parties") {
				if role := said(x.(node)["role"]); role == "overseas" || role == "joint_foreign" {
					if want := "04_excellence_" + said(x.(node)["id"]) + ".pdf"; !slices.Contains(handed, want) {
						t.Errorf("%s is not in the archive: %v", want, handed)
					}
				}
			}
		})
	}
}

func built(t *testing.T, name string, p node) generator.Outcome {
	t.Helper()
	out, err := generator.Build(world(t, name, p), generator.Options{Lang: diag.English})
	if err != nil || out.Findings.Has(diag.Blocking) {
		t.Fatal(err, out.Findings)
	}
	return out
}

// archived returns the names of the files that are handed in.
func archived(t *testing.T, out generator.Outcome) []string {
	t.Helper()
	var names []string
	for _, f := range out.Files {
		if path.Ext(f.Path) != ".zip" {
			continue
		}
		r, err := zip.NewReader(bytes.NewReader(f.Data), int64(len(f.Data)))
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range r.File {
			names = append(names, x.Name)
		}
	}
	return names
}

// What is made only where it is asked for, the memorandum instead of the letter
// of intent, and the sheet on a project without a clinical trial.
func TestDocumentsOfOtherProjects(t *testing.T) {
	p := example(t, "two-party")
	for _, a := range list(p, "agreements") {
		a.(node)["texts"] = []any{"en"}
	}
	letter := list(p, "letters")[0].(node)
	letter["kind"], letter["binding"], letter["binding_articles"] = "moa", "mixed", []any{"confidentiality", "costs"}
	p["documents"] = []any{
		node{"type": "withdrawal", "for": "US1", "note": node{"en": "The group closes.", "ko": "연구팀이 해체됩니다."}},
		node{"type": "withdrawal", "for": "KR1"},
		node{"type": "participation-overseas"},
	}
	p["evidence"].(node)["trial"] = node{"required": false, "exemption_proof": true, "ethics_approval": true}
	out := built(t, "two-party", p)
	var files []string
	for _, f := range out.Files {
		files = append(files, f.Path)
	}
	for _, want := range []string{
		"letters/withdrawal-us1.en.pdf", "letters/withdrawal-kr1.ko.pdf", "letters/participation-us1.en.pdf",
		"letters/loi-us1.en.pdf", "letters/loi-us1.ko.pdf", "proposal/trial-exemption.ko.pdf",
	} {
		if !slices.Contains(files, want) {
			t.Errorf("%s is not made", want)
		}
	}
	if slices.Contains(files, "letters/withdrawal-us1.ko.pdf") {
		t.Error("the institution abroad withdraws in Korean")
	}
	if !slices.Contains(archived(t, out), "03_letter_US1.pdf") {
		t.Error("the memorandum is not handed in")
	}
}

// The sheet to type from is a workbook, too, with the values of the project file,
// each in a cell of its own and amounts as numbers.
func TestDocumentAsWorkbook(t *testing.T) {
	p := example(t, "two-party")
	for _, a := range list(p, "agreements") {
		a.(node)["texts"] = []any{"en"}
	}
	p["project"].(node)["keywords"] = []any{node{"en": "triage", "ko": "중증도 분류"}, node{"en": "chest CT", "ko": "흉부 CT"}}
	for _, f := range built(t, "two-party", p).Files {
		if f.Path != "proposal/iris.ko.xlsx" {
			continue
		}
		book, err := excelize.OpenReader(bytes.NewReader(f.Data))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := book.GetRows("iris", excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		cells := slices.Concat(rows...)
		for _, want := range []string{"두 병원 흉부 CT 기반 설명 가능한 중증도 분류 소프트웨어 개발", "중증도 분류, 흉부 CT", "triage, chest CT", "4800000000", "000-82-00001"} {
			if !slices.ContainsFunc(cells, func(c string) bool { return c == want || strings.HasSuffix(c, "\n"+want) }) {
				t.Errorf("no cell says %s", want)
			}
		}
		return
	}
	t.Error("there is no workbook")
}

// What the calls say about documents that are made here names types and
// conditions that there are: a misspelt one would never answer.
func TestCallsNameDocumentTypes(t *testing.T) {
	layers := library.Layers{{Name: "built in", FS: templates.Files}}
	types, err := layers.List("documents")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range bundledCalls(t) {
		for _, a := range c.Documents {
			for _, typ := range a.Types {
				if !slices.Contains(types, typ) {
					t.Errorf("%s: there is no document type %s", a.ID, typ)
				}
			}
			if a.Needs != "" && !slices.Contains(merge.DossierConditions, a.Needs) {
				t.Errorf("%s: there is no condition %s", a.ID, a.Needs)
			}
		}
	}
}

func bundledCalls(t *testing.T) []*call.Call {
	t.Helper()
	var out []*call.Call
	names, err := data.Files.ReadDir("calls")
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range names {
		text, err := data.Files.ReadFile("calls/" + n.Name())
		if err != nil {
			t.Fatal(err)
		}
		f, _ := source.Decode(n.Name(), text)
		c := &call.Call{}
		source.Into(f, f.Root, c)
		out = append(out, c)
	}
	return out
}
