package sheet

import (
	"strings"
	"testing"

	"pactwright/generator/calendar"
	"pactwright/generator/money"
	"pactwright/generator/money/moneytest"
)

func TestLetters(t *testing.T) {
	for column, want := range map[int]string{1: "A", 26: "Z", 27: "AA", 702: "ZZ", 703: "AAA", MaxColumn: "XFD"} {
		if got := Letters(column); got != want {
			t.Errorf("Letters(%d) = %q, want %q", column, got, want)
		}
	}
}

func TestRanges(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{Down(At(2, 6), 4).Absolute(), "$B$6:$B$9"},
		{Down(At(2, 6), 0).Absolute(), "$B$6"},
		{Right(At(2, 6), 3).String(), "B6:D6"},
		{At(3, 7).FixedColumn(), "$C7"},
		{At(3, 7).On(&Sheet{Name: "Inputs"}), "Inputs!C7"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestValues(t *testing.T) {
	usd, err := money.ParseCurrency("USD")
	if err != nil {
		t.Fatal(err)
	}
	rate, _ := money.ParseDecimal("1380.00")
	share, _ := money.ParsePercent("12.5")
	day, _ := calendar.New(2024, 7, 1)
	for _, c := range []struct {
		value  Value
		kind   Kind
		text   string
		number bool
	}{
		{Value{}, Empty, "", false},
		{Text("=1+1"), TextKind, "=1+1", false},
		{Int(-3), IntKind, "-3", true},
		{Amount(moneytest.KRW(1_280_000_000)), AmountKind, "1280000000", true},
		{Amount(money.New(23_188_406, usd)), AmountKind, "231884.06", true},
		{Decimal(rate, 4), DecimalKind, "1380", true},
		{Percent(share), PercentKind, "0.125", true},
		{Date(day), DateKind, "45474", true},
		{Date(calendar.Date{}), Empty, "", false},
		{Bool(true), BoolKind, "true", false},
	} {
		if c.value.Kind() != c.kind || c.value.String() != c.text || c.value.IsNumber() != c.number {
			t.Errorf("%v: kind %d, text %q, number %v", c, c.value.Kind(), c.value.String(), c.value.IsNumber())
		}
	}
}

// small returns a workbook without faults, for the tests to break.
func small() (*Workbook, *Sheet) {
	s := &Sheet{Name: "Inputs", Columns: []Column{{120}}}
	s.Put(At(1, 1), Text("ids"), TitleStyle)
	s.Calc(At(1, 2), `SUM(Inputs!$A$3:A4)+Total&"a ""SUMPRODUCT(x)"" b"`, Int(0), CalcStyle)
	w := &Workbook{Sheets: []*Sheet{s}}
	w.Name("Total", s, At(1, 3).Cell())
	return w, s
}

func TestCheckFindsNothing(t *testing.T) {
	w, _ := small()
	if problems := w.Check(); len(problems) > 0 {
		t.Error(problems)
	}
}

func TestCheck(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Workbook, *Sheet)
		want   string
	}{
		"no sheets":         {func(w *Workbook, s *Sheet) { *w = Workbook{} }, "no sheet"},
		"sheet like a cell": {func(w *Workbook, s *Sheet) { w.Sheets = append(w.Sheets, &Sheet{Name: "FX1"}) }, "name of a sheet"},
		"sheet with blank":  {func(w *Workbook, s *Sheet) { w.Sheets = append(w.Sheets, &Sheet{Name: "By Year"}) }, "name of a sheet"},
		"sheet too long":    {func(w *Workbook, s *Sheet) { w.Sheets = append(w.Sheets, &Sheet{Name: strings.Repeat("가", 32)}) }, "name of a sheet"},
		"reserved sheet":    {func(w *Workbook, s *Sheet) { w.Sheets = append(w.Sheets, &Sheet{Name: "History"}) }, "reserved"},
		"sheet twice":       {func(w *Workbook, s *Sheet) { w.Sheets = append(w.Sheets, &Sheet{Name: "INPUTS"}) }, "two sheets"},
		"name like a cell":  {func(w *Workbook, s *Sheet) { w.Name("PE1", s, At(1, 1).Cell()) }, "look like a cell"},
		"name like R1C1":    {func(w *Workbook, s *Sheet) { w.Name("R1C1", s, At(1, 1).Cell()) }, "look like a cell"},
		"name is C":         {func(w *Workbook, s *Sheet) { w.Name("C", s, At(1, 1).Cell()) }, "look like a cell"},
		"name is TRUE":      {func(w *Workbook, s *Sheet) { w.Name("TRUE", s, At(1, 1).Cell()) }, "look like a cell"},
		"name with a dash":  {func(w *Workbook, s *Sheet) { w.Name("A-b", s, At(1, 1).Cell()) }, "as a defined name"},
		"name twice":        {func(w *Workbook, s *Sheet) { w.Name("total", s, At(1, 1).Cell()) }, "defined twice"},
		"name of nothing":   {func(w *Workbook, s *Sheet) { w.Names = append(w.Names, Name{"Other", "Gone!$A$1"}) }, "no range"},
		"cell twice":        {func(w *Workbook, s *Sheet) { s.Put(At(1, 1), Text("x"), TextStyle) }, "filled twice"},
		"cell outside":      {func(w *Workbook, s *Sheet) { s.Put(At(MaxColumn+1, 1), Text("x"), TextStyle) }, "outside the sheet"},
		"control character": {func(w *Workbook, s *Sheet) { s.Put(At(1, 9), Text("a\x01"), TextStyle) }, "control character"},
		"broken text":       {func(w *Workbook, s *Sheet) { s.Put(At(1, 9), Text("a\xff"), TextStyle) }, "valid UTF-8"},
		"long text":         {func(w *Workbook, s *Sheet) { s.Put(At(1, 9), Text(strings.Repeat("a", MaxText+1)), TextStyle) }, "longer than"},
		"large number":      {func(w *Workbook, s *Sheet) { s.Put(At(1, 9), Int(1<<53), TextStyle) }, "too large"},
		"large decimal":     {func(w *Workbook, s *Sheet) { s.Put(At(1, 9), Decimal(money.NewDecimal(-1<<53), 2), TextStyle) }, "too large"},
		"no value":          {func(w *Workbook, s *Sheet) { s.Calc(At(1, 9), "SUM(A1:A2)", Value{}, CalcStyle) }, "no value beside"},
		"equals sign":       {func(w *Workbook, s *Sheet) { s.Calc(At(1, 9), "=1+1", Int(2), CalcStyle) }, "equals sign"},
		"function":          {func(w *Workbook, s *Sheet) { s.Calc(At(1, 9), "SUMPRODUCT(A1:A2)", Int(2), CalcStyle) }, "SUMPRODUCT"},
		"lower function":    {func(w *Workbook, s *Sheet) { s.Calc(At(1, 9), "today()", Int(2), CalcStyle) }, "today"},
		"unknown name":      {func(w *Workbook, s *Sheet) { s.Calc(At(1, 9), "Totl+1", Int(2), CalcStyle) }, "Totl"},
		"unknown sheet":     {func(w *Workbook, s *Sheet) { s.Calc(At(1, 9), "Gone!A1", Int(2), CalcStyle) }, "Gone"},
		"open text":         {func(w *Workbook, s *Sheet) { s.Calc(At(1, 9), `"a`, Text("a"), CalcStyle) }, "does not end"},
		"long formula": {func(w *Workbook, s *Sheet) {
			s.Calc(At(1, 9), "1"+strings.Repeat("+1", MaxFormula/2), Int(2), CalcStyle)
		}, "longer than"},
		"column width":   {func(w *Workbook, s *Sheet) { s.Columns = []Column{{0}} }, "column A"},
		"list":           {func(w *Workbook, s *Sheet) { s.Validations = []Validation{{Range: At(1, 1).Cell(), List: "Gone"}} }, "list of the validation"},
		"condition":      {func(w *Workbook, s *Sheet) { s.Conditions = []Condition{{Range: At(1, 1).Cell(), Formula: "NOW()>1"}} }, "NOW"},
		"one cell alone": {func(w *Workbook, s *Sheet) { s.Merged = []Range{At(1, 1).Cell()} }, "cannot show as one"},
		"two rows":       {func(w *Workbook, s *Sheet) { s.Merged = []Range{{At(1, 8), At(2, 9)}} }, "cannot show as one"},
		"beyond":         {func(w *Workbook, s *Sheet) { s.Merged = []Range{{At(1, 8), At(MaxColumn+1, 8)}} }, "cannot show as one"},
		"twice in one": {func(w *Workbook, s *Sheet) {
			s.Merged = []Range{Right(At(1, 8), 3), Right(At(3, 8), 2)}
		}, "with others"},
		"hidden value": {func(w *Workbook, s *Sheet) {
			s.Put(At(1, 8), Text("shown"), ProseStyle)
			s.Put(At(2, 8), Text("hidden"), ProseStyle)
			s.Merged = []Range{Right(At(1, 8), 2)}
		}, "hidden by"},
		"note":            {func(w *Workbook, s *Sheet) { s.Notes = []Note{{At(1, 1), "\x00"}} }, "control character"},
		"link":            {func(w *Workbook, s *Sheet) { s.Links = []Link{{Ref: At(1, 1), Target: "Gone!A1"}} }, "leads to no sheet"},
		"link to no cell": {func(w *Workbook, s *Sheet) { s.Links = []Link{{Ref: At(1, 1), Target: "Inputs"}} }, "leads to no sheet"},
		"link to hidden": {func(w *Workbook, s *Sheet) {
			w.Sheets = append(w.Sheets, &Sheet{Name: "Back", Hidden: true})
			s.Links = []Link{{Ref: At(1, 1), Target: "Back!A1"}}
		}, "leads to no sheet"},
		"script link":    {func(w *Workbook, s *Sheet) { s.Links = []Link{{Ref: At(1, 1), Target: "javascript:alert(1)"}} }, "leads to no sheet"},
		"file link":      {func(w *Workbook, s *Sheet) { s.Links = []Link{{Ref: At(1, 1), Target: "file:///etc/x"}} }, "leads to no sheet"},
		"plain http":     {func(w *Workbook, s *Sheet) { s.Links = []Link{{Ref: At(1, 1), Target: "http://law.example/"}} }, "leads to no sheet"},
		"link to nobody": {func(w *Workbook, s *Sheet) { s.Links = []Link{{Ref: At(1, 1), Target: "https:///x"}} }, "address of the link"},
		"link with password": {func(w *Workbook, s *Sheet) {
			s.Links = []Link{{Ref: At(1, 1), Target: "https://law.example@elsewhere.example/"}}
		}, "address of the link"},
		"long link": {func(w *Workbook, s *Sheet) {
			s.Links = []Link{{Ref: At(1, 1), Target: "https://law.example/" + strings.Repeat("a", MaxAddress)}}
		}, "address of the link"},
		"link with a space": {func(w *Workbook, s *Sheet) { s.Links = []Link{{Ref: At(1, 1), Target: "mailto:a b@c.example"}} }, "address of the link"},
		"long tip": {func(w *Workbook, s *Sheet) {
			s.Links = []Link{{Ref: At(1, 1), Target: "Inputs!A1", Tip: strings.Repeat("가", MaxPrompt+1)}}
		}, "longer than"},
		"first sheet hidden": {func(w *Workbook, s *Sheet) { s.Hidden = true }, "first sheet cannot be hidden"},
		"no such unit":       {func(w *Workbook, s *Sheet) { s.Unit = 9 }, "no known unit"},
		"name of no range":   {func(w *Workbook, s *Sheet) { w.Names = append(w.Names, Name{"Other", "Inputs!A1"}) }, "no range"},
		"long header":        {func(w *Workbook, s *Sheet) { s.Print.Header = strings.Repeat("&", MaxHeader/2+1) }, "longer than"},
		"control in footer":  {func(w *Workbook, s *Sheet) { s.Print.Footer = "a\x02" }, "control character"},
		"control in title":   {func(w *Workbook, s *Sheet) { w.Title = "a\x02" }, "control character"},
		"long text in formula": {func(w *Workbook, s *Sheet) {
			s.Calc(At(1, 9), `"`+strings.Repeat("가", MaxQuoted+1)+`"`, Text("x"), CalcStyle)
		}, "text in the formula is longer"},
		"bound": {func(w *Workbook, s *Sheet) {
			s.Validations = []Validation{{Range: At(1, 1).Cell(), Kind: WholeValidation, Min: "TODAY()"}}
		}, "a bound of the validation"},
		"no bound": {func(w *Workbook, s *Sheet) {
			s.Validations = []Validation{{Range: At(1, 1).Cell(), Kind: DateValidation}}
		}, "a bound of the validation"},
		"validation outside": {func(w *Workbook, s *Sheet) {
			s.Validations = []Validation{{Range: At(0, 1).Cell(), List: "Total"}}
		}, "outside the sheet"},
	} {
		t.Run(name, func(t *testing.T) {
			w, s := small()
			c.change(w, s)
			problems := w.Check()
			if len(problems) != 1 || !strings.Contains(problems[0].Error(), c.want) {
				t.Errorf("got %v, want one problem with %q", problems, c.want)
			}
		})
	}
}

func TestEveryStyleOnce(t *testing.T) {
	seen := map[Style]bool{}
	for _, s := range Styles() {
		if seen[s] {
			t.Errorf("style %q is listed twice", s)
		}
		seen[s] = true
	}
}

func TestMerged(t *testing.T) {
	w, s := small()
	s.Put(At(1, 8), Text("shown"), ProseStyle)
	s.Put(At(2, 8), Value{}, ProseStyle)
	s.Merged = []Range{Right(At(1, 8), 2), Right(At(3, 8), 2)}
	if problems := w.Check(); len(problems) > 0 {
		t.Error(problems)
	}
}
