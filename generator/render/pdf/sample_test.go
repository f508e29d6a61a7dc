package pdf

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"gopkg.in/yaml.v3"

	"pactwright/generator/calendar"
	"pactwright/generator/diag"
	"pactwright/generator/doc"
)

// fonts opens the real faces once for all tests.
var fonts = sync.OnceValues(newFonts)

// newFonts returns the built-in families, as nobody has opened them.
func newFonts() (*Faces, error) {
	raw, err := os.ReadFile("../../../templates/fonts/families.yaml")
	if err != nil {
		return nil, err
	}
	var listed struct {
		Families []struct {
			Name          string
			Regular, Bold []string
		}
	}
	if err := yaml.Unmarshal(raw, &listed); err != nil {
		return nil, err
	}
	known := map[string]*Font{}
	load := func(files []string) (out []*Font) {
		for _, f := range files {
			if known[f] == nil {
				known[f] = NewFont(strings.TrimSuffix(f, ".ttf.gz"), func() ([]byte, error) { return os.ReadFile("../../../templates/fonts/" + f) })
			}
			out = append(out, known[f])
		}
		return out
	}
	var all []Family
	for _, f := range listed.Families {
		all = append(all, Family{Name: f.Name, Regular: load(f.Regular), Bold: load(f.Bold)})
	}
	return NewFaces(all...)
}

func testFaces(t testing.TB) *Faces {
	t.Helper()
	f, err := fonts()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// testStyle reads a built-in style as strictly as the program does.
func testStyle(t testing.TB, name string) Style {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("../../../templates/styles", name+".yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var s Style
	d := yaml.NewDecoder(bytes.NewReader(raw))
	d.KnownFields(true)
	if err := d.Decode(&s); err != nil {
		t.Fatal(err)
	}
	return s
}

func testMeta(t testing.TB, lang diag.Lang) Meta {
	t.Helper()
	day, err := calendar.New(2024, 7, 1)
	if err != nil {
		t.Fatal(err)
	}
	return Meta{Title: "Joint Research Agreement / 국제공동연구개발 계약서", Author: "한빛대학교 산학협력단", Lang: lang, Date: day}
}

func resolved(d doc.Document) *doc.Resolved { return &doc.Resolved{Document: d} }

func say(s string) []doc.Inline { return []doc.Inline{{Text: s}} }

// rich reads a small notation: *strong*, _emphasis_, {kind target|text}, \n.
func rich(s string) []doc.Inline {
	var out []doc.Inline
	text := func(s string, strong, emph bool) {
		for i, part := range strings.Split(s, "\n") {
			if i > 0 {
				out = append(out, doc.Inline{Kind: doc.LineBreak})
			}
			if part != "" {
				out = append(out, doc.Inline{Text: part, Strong: strong, Emph: emph})
			}
		}
	}
	kinds := map[string]doc.InlineKind{
		"amount": doc.AmountInline, "percent": doc.PercentInline, "date": doc.DateInline, "count": doc.CountInline,
		"number": doc.NumberInline, "ref": doc.RefInline, "anchor": doc.AnchorInline, "term": doc.TermInline,
		"law": doc.LawRefInline, "particle": doc.ParticleInline, "blank": doc.BlankInline, "link": doc.LinkInline,
	}
	for s != "" {
		i := strings.IndexAny(s, "*_{")
		if i < 0 {
			text(s, false, false)
			break
		}
		text(s[:i], false, false)
		open := s[i]
		closing := map[byte]string{'*': "*", '_': "_", '{': "}"}[open]
		body, rest, _ := strings.Cut(s[i+1:], closing)
		s = rest
		if open != '{' {
			text(body, open == '*', open == '_')
			continue
		}
		head, shown, _ := strings.Cut(body, "|")
		kind, target, _ := strings.Cut(head, " ")
		out = append(out, doc.Inline{Kind: kinds[kind], Target: target, Text: shown})
	}
	return out
}

func article(number, title, anchor string) *doc.Heading {
	text := []doc.Inline{{Text: number + ". "}, {Text: title}}
	if strings.HasPrefix(number, "제") {
		text = []doc.Inline{{Text: number + "("}, {Text: title}, {Text: ")"}}
	}
	return &doc.Heading{Kind: doc.ArticleHeading, Level: 2, Number: number, Anchor: anchor, Text: text}
}

func clause(depth int, number, text string) *doc.Clause {
	return &doc.Clause{Depth: depth, Number: number, Text: rich(text)}
}

func cells(s ...string) []doc.Cell {
	out := make([]doc.Cell, len(s))
	for i, v := range s {
		out[i] = doc.Cell(rich(v))
	}
	return out
}

func signLine(label, value string) doc.SignatureLine {
	return doc.SignatureLine{Label: say(label), Value: rich(value)}
}

// englishContract is an agreement with every kind of block.
func englishContract() *doc.Resolved {
	d := doc.Document{
		Lang: diag.English, Title: "Joint Research and Development Agreement", Style: "contract", Paper: doc.A4, Contents: true,
		Footer: "Joint Research and Development Agreement · Hanbit University – Riverside Institute of Technology",
	}
	add := func(b ...doc.Block) { d.Blocks = append(d.Blocks, b...) }
	add(
		&doc.Heading{Kind: doc.TitleHeading, Text: say("Joint Research and Development Agreement")},
		&doc.Paragraph{Text: rich("This Joint Research and Development Agreement (this “Agreement”) is entered into as of {date|July 1, 2024} (the “*Effective Date*”) by and between *Hanbit University Industry–Academic Cooperation Foundation*, a foundation organized under the laws of the Republic of Korea (the “*Lead Institution*”), and *Riverside Institute of Technology*, a nonprofit corporation organized under the laws of the State of California, with its principal office at 1200 East Riverside Avenue, Pasadena, California 91125 (the “*Partner*”).")},
		&doc.KeyValue{Rows: []doc.KeyValueRow{
			{Key: say("Project"), Value: rich("Trustworthy multimodal diagnosis from chest CT and pathology slides\n신뢰할 수 있는 다중모달 진단 기술 개발")},
			{Key: say("Contribution of the Lead Institution"), Value: rich("{amount|KRW 960,000,000} over {count|three (3)} years, paid in {count|six (6)} instalments")},
			{Key: say("Term"), Value: rich("{date|July 1, 2024} to {date|December 31, 2026}")},
			{Key: say("Contact"), Value: rich("{link mailto:office@hanbit.example|office@hanbit.example} · {link https://hanbit.example/research/agreements|hanbit.example/research/agreements}")},
		}},
		&doc.Paragraph{Style: doc.Small, Text: rich("The sheet above is part of this Agreement. Where it differs from an article, _the article prevails_.")},
	)
	add(&doc.Heading{Kind: doc.PartHeading, Level: 1, Number: "Part 1", Text: []doc.Inline{{Text: "Part 1. "}, {Text: "General"}}})
	for n := 1; n <= 12; n++ {
		num := itoa(n)
		add(article("Article "+num, []string{"Definitions", "Conduct of the Project", "Ownership of Results", "Publication"}[n%4], "a"+num))
		add(clause(1, num+".1", "In this Agreement, “*Results*” means all know-how, data, software and inventions, whether or not patentable, that are made in the performance of the Project by one or more of the Parties, as recorded under {ref a2|Section 2.3(b)} and, where the {law act|National Research and Development Innovation Act, Article 16} so provides, the records kept by the Lead Institution."))
		add(clause(1, num+".2", "The Partner shall:"))
		add(clause(2, "(a)", "carry out the tasks that the work plan assigns to it with the care of an experienced research institution, and report on them within {count|thirty (30) days} after the end of each phase;"))
		add(clause(2, "(b)", "keep accounts of the {amount|US$231,884.06} that it receives, separately for each phase, and for each cost category:"))
		add(clause(3, "(i)", "in the currency in which the cost arose; and"))
		add(clause(3, "(ii)", "converted at the fixed rate of {ref a3|Article 3}, without rounding before the total."))
		add(clause(1, num+".3", "Nothing in {ref a1|Section 1.1} obliges a Party to disclose Background that it has received from a third party under a duty of confidence; see https://law.example.org/very/long/address/that/does/not/fit/on/one/line/of/any/ordinary/contract/page.html for the register."))
		if n == 6 {
			add(&doc.Paragraph{Style: doc.Conspicuous, Text: say("EXCEPT AS EXPRESSLY STATED IN THIS AGREEMENT, THE RESULTS ARE PROVIDED “AS IS” AND NO PARTY GIVES ANY WARRANTY, EXPRESS OR IMPLIED, OF MERCHANTABILITY OR FITNESS FOR A PARTICULAR PURPOSE.")})
		}
	}
	add(&doc.Notice{Kind: doc.AnnotationNotice, Title: say("Why this article stands here"), Body: [][]doc.Inline{say("The call asks for a written rule on the ownership of results; the default follows the share of each party in the work. Counsel of the partner may ask for its own first right.")}})
	add(
		&doc.Paragraph{Text: say("IN WITNESS WHEREOF, the Parties have caused this Agreement to be executed by their duly authorised representatives in two (2) counterparts, each of which is an original, on the dates below.")},
		&doc.Signatures{Blocks: []doc.SignatureBlock{
			{Heading: say("Hanbit University Industry–Academic Cooperation Foundation"), Lines: []doc.SignatureLine{signLine("By:", ""), signLine("Name:", "Kim Seo-yeon"), signLine("Title:", "President"), signLine("Date:", "")}},
			{Heading: say("Riverside Institute of Technology"), Lines: []doc.SignatureLine{signLine("By:", ""), signLine("Name:", "Dr. Margaret O’Connor"), signLine("Title:", "Vice Provost for Research"), signLine("Date:", "")}},
			{Heading: say("Read and understood"), Lines: []doc.SignatureLine{signLine("Principal investigator:", ""), signLine("Date:", "")}},
		}},
		&doc.Heading{Kind: doc.ExhibitHeading, Level: 1, Number: "Exhibit A", Anchor: "budget", Text: []doc.Inline{{Text: "Exhibit A. "}, {Text: "Budget of the Project"}}},
		&doc.Heading{Kind: doc.SectionHeading, Level: 1, Text: say("Costs by category and phase")},
		budgetTable(40),
		&doc.Heading{Kind: doc.SectionHeading, Level: 2, Text: say("Notes")},
		&doc.List{Items: [][]doc.Inline{rich("Amounts are in Korean won unless a line says otherwise."), rich("The partner’s share is fixed in US dollars; see {ref a3|Article 3}.")}},
		&doc.List{Ordered: true, Items: [][]doc.Inline{say("☑ approved by the ethics board"), say("☐ registered with the clinical trial register"), say("☒ not applicable")}},
		&doc.Notice{Kind: doc.WarningNotice, Title: say("Exchange rate"), Body: [][]doc.Inline{say("The rate is fixed at signing. A change of more than ten per cent reopens this exhibit."), say("Neither party may hedge at the cost of the project.")}},
		&doc.PageBreak{},
		&doc.Paragraph{Style: doc.Center, Text: say("This page is left for the minutes of the first meeting.")},
		&doc.Paragraph{Style: doc.Right, Text: rich("Place, date: {blank}")},
	)
	return resolved(d)
}

func budgetTable(rows int) *doc.Table {
	t := &doc.Table{
		Align: []doc.Align{doc.AlignCenter, doc.AlignLeft, doc.AlignRight, doc.AlignRight, doc.AlignRight},
		Head:  cells("No.", "Category and purpose", "Phase 1 (KRW)", "Phase 2 (KRW)", "Total (KRW)"),
		Total: true,
	}
	names := []string{"Researchers", "Equipment and facilities, with installation and the first year of service", "Materials", "Travel", "연구활동비 (research activities)"}
	for i := range rows {
		t.Rows = append(t.Rows, cells(itoa(i+1), names[i%len(names)], "{amount|120,000,000}", "{amount|84,500,000}", "{amount|204,500,000}"))
	}
	t.Rows = append(t.Rows, cells("", "Total", "{amount|4,800,000,000}", "{amount|3,380,000,000}", "{amount|8,180,000,000}"))
	return t
}

// koreanContract is the Korean form, with seals.
func koreanContract() *doc.Resolved {
	d := doc.Document{
		Lang: diag.Korean, Title: "국제공동연구개발 계약서", Style: "contract", Paper: doc.A4, Contents: true,
		Mark: "참고용 국문 번역본", Footer: "국제공동연구개발 계약서",
	}
	add := func(b ...doc.Block) { d.Blocks = append(d.Blocks, b...) }
	add(
		&doc.Heading{Kind: doc.TitleHeading, Text: say("국제공동연구개발 계약서")},
		&doc.Paragraph{Text: rich("한빛대학교 산학협력단(이하 “*주관기관*”이라 한다)과 리버사이드공과대학교(이하 “*해외기관*”이라 한다)는 「국가연구개발혁신법」과 그 하위 법령에 따라 다음과 같이 계약을 체결한다.")},
		&doc.Heading{Kind: doc.PartHeading, Level: 1, Number: "제1장", Text: []doc.Inline{{Text: "제1장 "}, {Text: "총칙"}}},
	)
	for n := 1; n <= 10; n++ {
		add(article("제"+itoa(n)+"조", []string{"정의", "연구개발과제의 수행", "연구개발성과의 귀속", "비밀유지"}[n%4], "k"+itoa(n)))
		add(clause(1, "①", "이 계약에서 “연구개발성과”란 연구개발과제를 수행하는 과정에서 또는 그 결과로 얻은 제품, 시설·장비, 지식재산권, 연구데이터, 노하우 등 유형·무형의 성과를 말하며, {ref k2|제2조제3항제1호}{particle 에 따라|에 따라} 기록된 것을 포함한다."))
		add(clause(1, "②", "해외기관은 다음 각 호의 사항을 지체 없이 주관기관에 서면으로 통지하여야 한다."))
		add(clause(2, "1.", "연구개발비 {amount|금960,000,000원(금구억육천만원)}{particle 을/를|을} 사용한 내역과 그 증명자료"))
		add(clause(2, "2.", "연구책임자 또는 참여연구자의 변경, 과제 수행에 중대한 영향을 미치는 소송·분쟁의 발생"))
		add(clause(3, "가.", "변경 사유와 변경 예정일({date|2024. 7. 1.}까지의 기간을 포함한다)"))
		add(clause(1, "③", "제1항에도 불구하고 당사자는 제3자로부터 비밀유지의무를 지고 제공받은 배경지식재산을 공개할 의무를 지지 아니한다. 다만, 관계 법령에서 공개하도록 정한 경우에는 그러하지 아니하다."))
	}
	add(
		&doc.Paragraph{Text: rich("이 계약의 성립을 증명하기 위하여 계약서 {count|2부}를 작성하여 당사자가 기명날인 또는 서명한 후 각 1부씩 보관한다.")},
		&doc.Paragraph{Style: doc.Center, Text: say("2024년 7월 1일")},
		&doc.Signatures{Blocks: []doc.SignatureBlock{
			{Heading: say("주관기관"), Seal: "직인", Lines: []doc.SignatureLine{signLine("기관명", "한빛대학교 산학협력단"), signLine("주소", "서울특별시 관악구 한빛로 1, 행정관 2층 산학협력단 연구협약팀"), signLine("사업자등록번호", "119-82-03684"), signLine("대표자", "단장 김서연")}},
			{Heading: say("해외기관"), Seal: "서명", Lines: []doc.SignatureLine{signLine("기관명", "Riverside Institute of Technology"), signLine("대표자", "")}},
		}},
	)
	return resolved(d)
}

// sideBySide is an agreement in two columns, as package doc makes it of two.
func sideBySide(t testing.TB) *doc.Resolved {
	t.Helper()
	en := doc.Document{Lang: diag.English, Title: "Joint Research Agreement", Style: "contract", Paper: doc.Letter, Contents: true, Draft: true, Across: "DRAFT"}
	ko := doc.Document{Lang: diag.Korean, Title: "공동연구개발 계약서", Style: "contract", Paper: doc.Letter, Contents: true, Draft: true, Across: "DRAFT"}
	add := func(left, right doc.Block) {
		en.Blocks, ko.Blocks = append(en.Blocks, left), append(ko.Blocks, right)
	}
	add(&doc.Heading{Kind: doc.TitleHeading, Text: say("Joint Research Agreement")}, &doc.Heading{Kind: doc.TitleHeading, Text: say("공동연구개발 계약서")})
	add(&doc.KeyValue{Rows: []doc.KeyValueRow{{Key: say("Project"), Value: say("Trustworthy multimodal diagnosis")}, {Key: say("Grant"), Value: say("KRW 960,000,000")}}},
		&doc.KeyValue{Rows: []doc.KeyValueRow{{Key: say("과제명"), Value: say("신뢰할 수 있는 다중모달 진단 기술")}, {Key: say("연구개발비"), Value: say("KRW 960,000,000")}}})
	left, right := articles(englishContract(), "(ii)"), articles(koreanContract(), "")
	for i := range min(len(left), len(right), 56) {
		add(left[i], right[i])
	}
	add(&doc.Notice{Kind: doc.InfoNotice, Title: say("Note"), Body: [][]doc.Inline{say("The English text controls.")}},
		&doc.Notice{Kind: doc.InfoNotice, Title: say("참고"), Body: [][]doc.Inline{say("국문본과 영문본이 다르면 영문본이 우선한다.")}})
	add(&doc.Paragraph{Text: rich("IN WITNESS WHEREOF, signed at {blank} on {blank date of signing}.")}, &doc.Paragraph{Text: rich("이 계약의 성립을 증명하기 위하여 {blank 장소}에서 서명한다.")})
	add(&doc.Signatures{Blocks: []doc.SignatureBlock{{Heading: say("Lead Institution"), Seal: "Registered corporate seal", Lines: []doc.SignatureLine{signLine("Name", "Kim Seo-yeon"), signLine("Date", "")}}}},
		&doc.Signatures{Blocks: []doc.SignatureBlock{{Heading: say("주관기관"), Seal: "법인인감", Lines: []doc.SignatureLine{signLine("성명", "김서연"), signLine("일자", "")}}}})
	add(&doc.Heading{Kind: doc.ExhibitHeading, Level: 1, Number: "Exhibit A", Text: []doc.Inline{{Text: "Exhibit A. "}, {Text: "Budget"}}},
		&doc.Heading{Kind: doc.ExhibitHeading, Level: 1, Number: "별표 1", Text: []doc.Inline{{Text: "[별표 1] "}, {Text: "연구개발비"}}})
	add(&doc.List{Items: [][]doc.Inline{say("Amounts are in Korean won.")}}, &doc.List{Items: [][]doc.Inline{say("단위는 원으로 한다.")}})
	both, found := doc.SideBySide(resolved(en), resolved(ko))
	for _, f := range found {
		t.Errorf("%s: %s", f.Code, f.Message.EN)
	}
	return both
}

// articles returns the articles of a contract with their sub-clauses, without
// those of a number.
func articles(r *doc.Resolved, without string) []doc.Block {
	var out []doc.Block
	for _, b := range r.Blocks {
		switch v := b.(type) {
		case *doc.Heading:
			if v.Kind == doc.ArticleHeading {
				out = append(out, b)
			}
		case *doc.Clause:
			if v.Number != without {
				out = append(out, b)
			}
		}
	}
	return out
}

func letter() *doc.Resolved {
	return resolved(doc.Document{Lang: diag.English, Title: "Letter of intent", Style: "letter", Paper: doc.Letter, Blocks: []doc.Block{
		&doc.Paragraph{Style: doc.Letterhead, Text: rich("Riverside Institute of Technology\nOffice of Sponsored Research\n1200 East Riverside Avenue, Pasadena, California 91125")},
		&doc.Paragraph{Style: doc.Right, Text: say("March 4, 2024")},
		&doc.Paragraph{Text: rich("Hanbit University Industry–Academic Cooperation Foundation\n1 Hanbit-ro, Gwanak-gu, Seoul\nRepublic of Korea")},
		&doc.Paragraph{Text: rich("*RE: Letter of intent for the project “Trustworthy multimodal diagnosis”*")},
		&doc.Paragraph{Text: say("Dear Professor Kim:")},
		&doc.Paragraph{Text: rich("I write to confirm that our institution intends to take part in the project named above as an overseas partner, at a cost of up to approximately {amount|US$695,652}, subject to award and to a contract that both institutions sign.")},
		&doc.List{Items: [][]doc.Inline{say("Our team will be led by Dr. Margaret O’Connor."), say("We hold the approvals that the work at our site needs.")}},
		&doc.Paragraph{Text: say("Sincerely,")},
		&doc.Signatures{Blocks: []doc.SignatureBlock{{Lines: []doc.SignatureLine{signLine("Signature", ""), signLine("Name", "Dr. Margaret O’Connor"), signLine("Title", "Vice Provost for Research")}}}},
	}})
}

func report() *doc.Resolved {
	d := doc.Document{Lang: diag.Korean, Title: "적합성 검토 보고서", Style: "report", Paper: doc.A4, Contents: true, Footer: "한빛대학교 · 2024. 3. 4."}
	d.Blocks = []doc.Block{
		&doc.Heading{Kind: doc.TitleHeading, Text: say("적합성 검토 보고서")},
		&doc.Notice{Kind: doc.BadNotice, Title: say("아직 제출할 수 없습니다"), Body: [][]doc.Inline{say("미충족 2건, 확인 필요 3건. 마감까지 12일 남았습니다."), rich("해외기관의 참여의향서 원본이 없습니다. 자세한 내용은 {ref s1|요건별 결과}{particle 을/를|를} 보십시오.")}},
		&doc.Notice{Kind: doc.GoodNotice, Title: say("모든 금액 일치"), Body: [][]doc.Inline{say("계약서, 예산서, 참여의향서의 금액 148개가 서로 같습니다.")}},
		&doc.Notice{Kind: doc.InfoNotice, Body: [][]doc.Inline{say("기준일: 2024. 3. 4. (신청 시점)")}},
		&doc.Heading{Kind: doc.SectionHeading, Level: 1, Anchor: "s1", Text: say("요건별 결과")},
		&doc.Table{Align: []doc.Align{0, 0, 2, 0}, Head: cells("코드", "요건", "결과", "근거"), Rows: [][]doc.Cell{
			cells("LAW-IND-10", "간접비는 직접비의 {percent|10%} 이하여야 한다.", "☑", "국가연구개발사업 연구개발비 사용 기준 제63조"),
			cells("CALL-LOI", "해외기관의 참여의향서를 제출하여야 한다.", "☐", "공고문 4쪽, 첨부 2. 国立研究開発法人의 경우 団体 대표자의 서명"),
		}},
		&doc.Heading{Kind: doc.SectionHeading, Level: 2, Text: say("할 일")},
		&doc.List{Ordered: true, Items: [][]doc.Inline{say("㈜한빛메디컬의 사업자등록증 사본을 넣으십시오."), say("Nguyễn Thị Hợp 교수의 서명을 받으십시오.")}},
		&doc.Heading{Kind: doc.SectionHeading, Level: 1, Text: say("일정")},
		&doc.Paragraph{Text: say("제출 마감은 2024. 3. 16. 18:00 (KST)이다.")},
	}
	return resolved(d)
}

// stacked is the document in two languages below each other.
func stacked(t testing.TB) *doc.Resolved {
	t.Helper()
	r := sideBySide(t)
	r.Stacked = true
	return r
}

// samples are the documents that most tests run on.
func samples(t testing.TB) map[string]*doc.Resolved {
	t.Helper()
	return map[string]*doc.Resolved{
		"english": englishContract(), "korean": koreanContract(), "columns": sideBySide(t), "letter": letter(), "report": report(),
		"figures": figures(), "stacked": stacked(t), "turned": withWideTable(10, 4),
	}
}

// lay lays a document out and fails on findings.
func lay(t testing.TB, r *doc.Resolved) *Laid {
	t.Helper()
	l, _, found := Layout(r, testStyle(t, r.Style), testFaces(t))
	for _, f := range found {
		t.Errorf("%s %s: %s", f.Code, f.Path, f.Message.EN)
	}
	return l
}

// TestSamplesAreWritten writes the samples where PDF_SAMPLES says, for a look at
// them.
func TestSamplesAreWritten(t *testing.T) {
	dir := os.Getenv("PDF_SAMPLES")
	if dir == "" {
		dir = t.TempDir()
	}
	for name, r := range samples(t) {
		out, err := Render(lay(t, r), testMeta(t, r.Lang))
		if err != nil {
			t.Fatal(name, err)
		}
		if err := os.WriteFile(filepath.Join(dir, name+".pdf"), out, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
