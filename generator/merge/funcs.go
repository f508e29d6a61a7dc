package merge

import (
	"text/template"

	"github.com/Masterminds/sprig/v3"

	"pactwright/generator/diag"
)

// Function is one function that templates may call.
type Function struct {
	Name  string
	Usage string
	Doc   diag.Text
	make  func(*merger) any
}

// Functions returns all functions that templates may call: our own, and those of
// sprig that are exact, deterministic and safe for Hangul.
func Functions() []Function { return append(own(), fromSprig...) }

func own() []Function {
	return []Function{
		{"lead", `{{lead}}`, diag.T("the label of the lead R&D institution", "주관연구개발기관의 호칭"), func(m *merger) any { return m.lead }},
		{"overseas", `{{overseas}}`, diag.T("the label of the overseas institution, or of each of several", "해외기관의 호칭(여럿이면 각 해외기관)"), func(m *merger) any { return m.overseas }},
		{"party", `{{party "US1"}}`, diag.T("the label of one party", "한 당사자의 호칭"), func(m *merger) any { return m.party }},
		{"deflabel", `{{deflabel "US1"}}`, diag.T("the label of one party in quotes, where it is defined", "호칭을 정의하는 자리에서 따옴표를 붙인 호칭"), func(m *merger) any { return m.deflabel }},
		{"fullname", `{{fullname "US1"}}`, diag.T("the full legal name, with the unit it acts for", "정식 명칭(소속 기관을 위하여 계약하는 경우 포함)"), func(m *merger) any { return m.fullname }},
		{"institution", `{{institution "US1"}}`, diag.T("the name of the institution that does the work", "연구를 수행하는 기관의 이름"), func(m *merger) any { return m.institution }},
		{"pi", `{{pi "US1"}}`, diag.T("the principal investigator of a party", "당사자의 연구책임자"), func(m *merger) any { return m.pi }},
		{"contact", `{{contact "US1"}}`, diag.T("the person who receives notices for a party", "당사자의 통지 수령인"), func(m *merger) any { return m.contact }},
		{"person", `{{person .Person}}`, diag.T("the name of a person", "사람의 이름"), func(m *merger) any { return m.person }},
		{"signer", `{{signer (pi "US1")}}`, diag.T("the name of the signature field of a signatory or a principal investigator, behind signer: above the line to be signed", "서명권자 또는 연구책임자의 서명란 이름(서명할 줄 바로 위의 signer: 뒤에 적음)"), func(m *merger) any { return m.signer }},
		{"country", `{{country "US"}}`, diag.T("the name of a country", "나라 이름"), func(m *merger) any { return m.country }},
		{"phase", `{{phase "P1"}}`, diag.T("the label of a phase", "연차의 이름"), func(m *merger) any { return m.phase }},
		{"enum", `{{enum "result_type" .Type}}`, diag.T("the word for a code of the project file", "과제 파일의 코드에 해당하는 낱말"), func(m *merger) any { return m.enum }},
		{"phrase", `{{phrase "total"}}`, diag.T("a word of the budget workbook, in sheets", "예산 통합문서의 낱말(시트 서식)"), func(m *merger) any { return m.phrase }},
		{"param", `{{param "cure_days"}}`, diag.T("a parameter of this clause option", "이 조항 선택지의 매개변수"), func(m *merger) any { return m.param }},
		{"paramof", `{{paramof "publication" "notice_days"}}`, diag.T("a parameter of another article", "다른 조항의 매개변수"), func(m *merger) any { return m.paramof }},
		{"hasparam", `{{if hasparam "liability" "cap_percent"}}`, diag.T("whether an article has the parameter with a value", "조항에 그 매개변수 값이 있는지"), func(m *merger) any { return m.hasparam }},
		{"choice", `{{if eq (choice "cap") "fixed"}}`, diag.T("a choice parameter as its code", "선택형 매개변수의 코드"), func(m *merger) any { return m.choice }},
		{"choiceof", `{{if eq (choiceof "forum" "expedited") "agreed"}}`, diag.T("a choice parameter of another article as its code", "다른 조항의 선택형 매개변수 코드"), func(m *merger) any { return m.choiceof }},
		{"flag", `{{if flag "expedited"}}`, diag.T("a yes-or-no parameter", "예/아니요 매개변수"), func(m *merger) any { return m.flag }},
		{"shares", `{{range shares "shares"}}`, diag.T("the shares of a parameter: .Party .Percent", "지분 매개변수: .Party .Percent"), func(m *merger) any { return m.shares }},
		{"sharesof", `{{range sharesof "ownership" "shares"}}`, diag.T("the shares of another article", "다른 조항의 지분"), func(m *merger) any { return m.sharesof }},
		{"rows", `{{range rows "overrides"}}`, diag.T("the rows of a table parameter", "표 매개변수의 행"), func(m *merger) any { return m.rows }},
		{"rowsof", `{{range rowsof "ownership" "overrides"}}`, diag.T("the rows of a table of another article", "다른 조항에 있는 표의 행"), func(m *merger) any { return m.rowsof }},
		{"cell", `{{cell . "owner"}}`, diag.T("a cell of a row", "행의 칸"), func(m *merger) any { return m.cell }},
		{"hascell", `{{if hascell . "owner"}}`, diag.T("whether a cell has a value", "칸에 값이 있는지"), func(*merger) any { return hascell }},
		{"cellis", `{{if cellis . "rule" "joint"}}`, diag.T("whether a cell is that choice, party, code or flag", "칸의 값이 그 선택·당사자·코드인지"), func(*merger) any { return cellis }},
		{"cellshares", `{{range cellshares . "part"}}`, diag.T("the shares in a cell: .Party .Percent", "칸에 적힌 지분: .Party .Percent"), func(*merger) any { return cellshares }},
		{"optionis", `{{if optionis "ownership" "joint-fixed"}}`, diag.T("whether an article has this option", "조항의 선택지가 그것인지"), func(m *merger) any { return m.optionis }},
		{"has", `{{if has "funds"}}`, diag.T("whether this contract has the article", "이 계약에 그 조항이 있는지"), func(m *merger) any { return m.has }},
		{"anchor", `{{anchor "shares"}}`, diag.T("names a sub-clause for references", "항·호에 참조용 이름을 붙임"), func(m *merger) any { return m.anchor }},
		{"ref", `{{ref "ownership.shares"}}`, diag.T("a reference to an article, a sub-clause or an exhibit", "조·항·호 또는 별표에 대한 참조"), func(m *merger) any { return m.ref }},
		{"term", `{{term "results"}}`, diag.T("a defined term", "정의된 용어"), func(m *merger) any { return m.term }},
		{"defterm", `{{defterm "results"}}`, diag.T("a term in quotes, where it is defined", "정의하는 자리에서 따옴표를 붙인 용어"), func(m *merger) any { return m.defterm }},
		{"definitions", `{{range definitions}}`, diag.T("the keys of the terms that the contract defines", "계약에서 정의하는 용어의 키"), func(m *merger) any { return m.definitions }},
		{"definedhere", `{{range definedhere}}`, diag.T("those that are defined at the head of this article", "그 가운데 이 조의 맨 앞에서 정의하는 용어"), func(m *merger) any { return m.definedhere }},
		{"definition", `{{definition "results"}}`, diag.T("the sentence that defines a term", "용어를 정의하는 문장"), func(m *merger) any { return m.definition }},
		{"definedin", `{{definedin "results"}}`, diag.T("a reference to the place that defines a term", "용어를 정의한 곳에 대한 참조"), func(m *merger) any { return m.definedin }},
		{"lawref", `{{lawref "std-28-4"}}`, diag.T("a citation of the law version", "법령 버전의 조문 인용"), func(m *merger) any { return m.lawref }},
		{"instrument", `{{instrument "standards"}}`, diag.T("the title of an act, decree or notice of the law version", "법령 버전에 있는 법령·고시의 이름"), func(m *merger) any { return m.instrument }},
		{"particle", `{{particle "을/를"}}`, diag.T("the Korean particle that fits what stands before it", "앞말의 소리에 맞는 조사"), func(m *merger) any { return m.particle }},
		{"words", `{{words .Amount}}`, diag.T("an amount with its words", "금액을 글자와 함께"), func(m *merger) any { return m.words }},
		{"code", `{{code .Amount}}`, diag.T("an amount with its currency code, in tables", "통화 코드를 붙인 금액(표)"), func(m *merger) any { return m.code }},
		{"plain", `{{plain .Amount}}`, diag.T("an amount without its currency, in tables that name it", "통화를 뺀 금액(통화를 표시한 표)"), func(m *merger) any { return m.plain }},
		{"approx", `{{approx .Amount}}`, diag.T("an amount as approximate, for letters", "개략 금액(서신)"), func(m *merger) any { return m.approx }},
		{"grant", `{{grant}}`, diag.T("the code of the currency of the grant, as in KRW", "연구개발비 통화의 코드(예: KRW)"), func(m *merger) any { return m.grant }},
		{"grantunit", `{{grantunit}}`, diag.T("the unit of the grant's currency, as in won or euro", "연구개발비 통화의 단위(예: 원, 유로)"), func(m *merger) any { return m.grantUnit }},
		{"grantunits", `{{grantunits}}`, diag.T("the same in the plural, as in won or euros", "영문에서 복수형으로 쓴 단위(예: won, euros)"), func(m *merger) any { return m.grantUnits }},
		{"grantmoney", `{{grantmoney}}`, diag.T("the word for money of the grant's currency, as in won", "연구개발비 통화를 이르는 말(예: 원화)"), func(m *merger) any { return m.grantMoney }},
		{"grantdecimals", `{{if grantdecimals}}`, diag.T("how many decimals amounts of the grant have", "연구개발비 금액의 소수점 아래 자릿수"), func(m *merger) any { return m.grantDecimals }},
		{"short", `{{short .Date}}`, diag.T("a date or period in its table form", "표에 쓰는 날짜·기간"), func(m *merger) any { return m.short }},
		{"join", `{{join .List}}`, diag.T("the elements of a list with commas and the word for and", "목록을 쉼표와 '및'으로 이음"), func(m *merger) any { return m.join }},
		{"capital", `{{capital grantunit}}`, diag.T("text with a capital letter in front", "첫 글자를 대문자로 쓴 글"), func(*merger) any { return capital }},
		{"replace", `{{replace "/" ", " .Text}}`, diag.T("text with other text put in place of some", "일부를 바꾼 글"), func(*merger) any { return replace }},
		{"section", `{{section "recitals"}}`, diag.T("a part of the contract that has no number", "계약에서 번호가 없는 부분"), func(m *merger) any { return m.section }},
		{"article", `{{article "publication"}}`, diag.T("the number of an article of the contract that the document is about", "문서가 다루는 계약의 조 번호"), func(m *merger) any { return m.articleOf }},
		{"articles", `{{articles}}`, diag.T("all parts and articles of the contract", "계약의 모든 장과 조"), func(m *merger) any { return m.articles }},
		{"exhibits", `{{exhibits}}`, diag.T("all exhibits of the contract", "계약의 모든 별표"), func(m *merger) any { return m.exhibits }},
	}
}

// fromSprig are the functions of sprig that documents need. Left out is all
// that is random, reads the clock, the environment or the network, computes in
// floating point, answers zero or today's date to nonsense, depends on map
// order or cuts through runes.
var fromSprig = []Function{
	sprigFunction("trim", `{{trim .Text}}`, diag.T("text without blanks at its ends", "앞뒤 공백을 뺀 글")),
	sprigFunction("trimPrefix", `{{trimPrefix "the " .Text}}`, diag.T("text without a beginning", "앞부분을 뺀 글")),
	sprigFunction("trimSuffix", `{{trimSuffix "." .Text}}`, diag.T("text without an end", "뒷부분을 뺀 글")),
	sprigFunction("hasPrefix", `{{if hasPrefix "A" .Text}}`, diag.T("whether text begins so", "그렇게 시작하는 글인지")),
	sprigFunction("hasSuffix", `{{if hasSuffix "." .Text}}`, diag.T("whether text ends so", "그렇게 끝나는 글인지")),
	sprigFunction("contains", `{{if contains "MRI" .Text}}`, diag.T("whether text contains other text", "다른 글이 들어 있는지")),
	sprigFunction("list", `{{list "a" "b"}}`, diag.T("a list of its arguments", "인수의 목록")),
	sprigFunction("dict", `{{template "row" (dict "Label" "…" "Value" .X)}}`, diag.T("named values for another template", "다른 템플릿에 넘길 이름 붙은 값")),
	sprigFunction("first", `{{(first .Payments).Payee}}`, diag.T("the first element of a list", "목록의 첫 요소")),
	sprigFunction("last", `{{(last .Phases).End}}`, diag.T("the last element of a list", "목록의 마지막 요소")),
	sprigFunction("rest", `{{range rest .Parties}}`, diag.T("a list without its first element", "첫 요소를 뺀 목록")),
	sprigFunction("ternary", `{{ternary "a" "b" .Flag}}`, diag.T("one of two values", "둘 가운데 하나")),
}

func sprigFunction(name, usage string, text diag.Text) Function {
	f := sprig.TxtFuncMap()[name]
	return Function{Name: name, Usage: usage, Doc: text, make: func(*merger) any { return f }}
}

// funcs returns the functions bound to this document, made once.
func (m *merger) funcs() template.FuncMap {
	if m.table == nil {
		m.table = m.bind()
	}
	return m.table
}

func (m *merger) bind() template.FuncMap {
	out := template.FuncMap{emitName: m.emit, stepName: m.step}
	for _, f := range Functions() {
		out[f.Name] = f.make(m)
	}
	// These would print typed values as bare text, or escape for other formats.
	for _, name := range []string{"print", "printf", "println", "html", "js", "urlquery", "call"} {
		out[name] = m.refuse(name)
	}
	return out
}
