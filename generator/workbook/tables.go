package workbook

import (
	"strings"

	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/source"
)

// Kind is how a value that the user gives stands in a cell and in the project
// file.
type Kind int

// Kinds of values.
const (
	Word      Kind = iota // an id or a code
	Bilingual             // Korean, line feed, English: a text in both languages
	Money                 // an amount in the currency of the grant
	Number                // a number
	Percent               // a fraction in the cell, a percentage in the file
	Date                  // a day number in the cell, a date in the file
	Flag                  // Y or N in the cell, true or false in the file
)

// List names what a word may be.
type List int

// Lists of words.
const (
	Free        List = iota // an id of its own
	Parties                 // institutions of the project
	Payees                  // those, and whoever is named as payee of a line
	Phases                  // phases of the project
	Categories              // cost categories of the law
	Sources                 // sources of money
	Currencies              // codes of ISO 4217
	PaymentIDs              // payments of the sheet Overseas
	Employments             // how somebody is employed
	CashGrounds             // why a company may pay in cash
)

// Table is one table of values that the user gives: where its rows stand in the
// workbook and in the project file. Defined names find it again after rows and
// columns were moved.
type Table struct {
	Name    string // in the sheet Origin
	ID      string // the defined name of the column of ids; empty: one row without an id
	Path    string // the list in the project file; [] stands for every item of a list
	Key     string // the key of the id in an item of that list
	Fixed   diag.Text
	Columns []Column
}

// Column is one column of a table: its defined name, which has the number of the
// phase behind it if there is one column for each, and its key in the project
// file.
type Column struct {
	Name     string
	Key      string
	Kind     Kind
	List     List
	PerPhase bool
	Required bool
	Optional bool      // stands in a workbook only where the project has such values
	Parent   bool      // says in which item of the outer list the row stands
	Replaces string    // the key of the rule that gives the value where none is stated
	Default  string    // what an absent key means, as the cell shows it
	Fixed    diag.Text // where the value comes from, if it is not taken from here
}

// Where values come from that no workbook changes.
var (
	ofProject = diag.Text{EN: "it belongs to the project and not to its budget", KO: "예산이 아니라 과제 자체에 속하는 값"}
	ofCall    = diag.Text{EN: "it comes from the call", KO: "공고에서 정한 값"}
	ofLaw     = diag.Text{EN: "it comes from the law", KO: "법령에서 정한 값"}
	ofParties = diag.Text{EN: "it comes from the parties of the project", KO: "참여기관 정보에서 오는 값"}
	ofSetting = diag.Text{EN: "it is a setting of the call or of the project", KO: "공고나 과제의 설정에서 정한 값"}
	ofClass   = diag.Text{EN: "it follows from the class of the institution", KO: "기관 유형에 따라 정해지는 값"}
	ofCheck   = diag.Text{EN: "it belongs to the checks of the workbook", KO: "통합문서 검증에만 쓰는 값"}
)

// Tables are all values of the workbook that the user can change. A new input
// column is one line here and its name in the sheet.
var Tables = []Table{
	{Name: "project", Fixed: ofProject, Columns: []Column{
		{Name: "Project_ID", Kind: Word, Fixed: ofProject},
		{Name: "Project_Title", Kind: Bilingual, Fixed: ofProject},
		{Name: "Project_Start", Kind: Date, Fixed: ofCall},
		{Name: "Project_End", Kind: Date, Fixed: ofCall},
		{Name: "Agreement_Date", Kind: Date, Fixed: ofProject},
		{Name: "Round_Unit", Kind: Number, Fixed: ofSetting},
		{Name: "FX_Stress", Kind: Percent, Fixed: ofSetting},
		{Name: "Form_Unit", Kind: Number, Fixed: ofSetting, Optional: true},
		{Name: "Intl_Cap", Kind: Percent, Fixed: ofSetting, Optional: true},
	}},
	{Name: "phases", ID: "Phase_ID", Fixed: ofCall, Columns: []Column{
		{Name: "Phase_Start", Kind: Date, Fixed: ofCall},
		{Name: "Phase_End", Kind: Date, Fixed: ofCall},
		{Name: "Phase_Cap", Kind: Money, Fixed: ofCall},
	}},
	{Name: "limits", ID: "Limit_Key", Fixed: ofLaw, Columns: []Column{
		{Name: "Limit_Percent", Kind: Percent, Fixed: ofLaw},
	}},
	{Name: "thresholds", ID: "Threshold_Key", Fixed: ofLaw, Columns: []Column{
		{Name: "Threshold_Value", Kind: Number, Fixed: ofLaw},
	}},
	{Name: "checks", ID: "Check_Number", Fixed: ofCheck, Columns: []Column{
		{Name: "Check_Tolerance", Kind: Number, Fixed: ofCheck},
	}},
	{Name: "rates", ID: "Rate_Currency", Path: "budget.rates", Key: "currency", Columns: []Column{
		{Name: "Rate_Won", Key: "krw_per_unit", Kind: Number, Required: true},
		{Name: "Rate_Date", Key: "date", Kind: Date},
		{Name: "Rate_Source", Key: "source", Kind: Bilingual},
	}},
	{Name: "institutions", ID: "Institution_ID", Path: "budget.institutions", Key: "party", Fixed: ofParties, Columns: []Column{
		{Name: "Institution_Rate", Key: "indirect_rate", Kind: Percent},
		{Name: "Institution_Company", Kind: Flag, Fixed: ofClass},
		{Name: "Institution_HireCash", Kind: Flag, Fixed: ofClass},
		{Name: "Institution_Faculty", Kind: Flag, Fixed: ofClass},
		{Name: "Institution_Students", Kind: Flag, Fixed: ofClass},
		{Name: "Institution_WholePerson", Kind: Flag, Fixed: ofClass},
	}},
	{Name: "allowance", ID: "Allowance_Institution", Path: "budget.institutions", Key: "party", Fixed: ofParties, Columns: []Column{
		{Name: "Allowance", Key: "allowance", Kind: Money, PerPhase: true, Default: "0", Replaces: "allowance_to_limit"},
	}},
	{Name: "indirect", ID: "Indirect_Institution", Path: "budget.institutions", Key: "party", Fixed: ofParties, Columns: []Column{
		{Name: "Indirect", Key: "indirect", Kind: Money, PerPhase: true},
	}},
	{Name: "people", ID: "Person_ID", Path: "budget.people", Key: "id", Columns: []Column{
		{Name: personInstitution, Key: "party", Kind: Word, List: Parties, Required: true},
		{Name: "Person_Post", Key: "name", Kind: Bilingual, Required: true},
		{Name: personCategory, Key: "category", Kind: Word, List: Categories, Required: true},
		{Name: personSource, Key: "source", Kind: Word, List: Sources, Required: true},
		{Name: "Person_NewHire", Key: "new_hire", Kind: Flag, Default: "N"},
		{Name: personSupport, Key: "support_staff", Kind: Flag, Default: "N"},
		{Name: "Person_Human", Key: "person", Kind: Word},
		{Name: "Person_Employment", Key: "employment", Kind: Word, List: Employments},
		{Name: "Person_CashGround", Key: "cash_ground", Kind: Word, List: CashGrounds},
		{Name: "Person_Monthly", Key: "monthly", Kind: Money, Required: true},
		{Name: personShare, Key: "participation", Kind: Percent, PerPhase: true, Required: true},
		{Name: personElsewhere, Key: "other_projects", Kind: Percent, PerPhase: true, Optional: true},
	}},
	{Name: "lines", ID: "Line_ID", Path: "budget.lines", Key: "id", Columns: []Column{
		{Name: lineInstitution, Key: "party", Kind: Word, List: Parties, Required: true},
		{Name: lineCategory, Key: "category", Kind: Word, List: Categories, Required: true},
		{Name: linePhase, Key: "phase", Kind: Word, List: Phases, Required: true},
		{Name: "Line_Item", Key: "item", Kind: Bilingual, Required: true},
		{Name: "Line_Payee", Key: "payee", Kind: Word, List: Payees},
		{Name: "Line_Quantity", Key: "quantity", Kind: Number, Required: true},
		{Name: "Line_Price", Key: "unit_price", Kind: Number, Required: true},
		{Name: "Line_Currency", Key: "currency", Kind: Word, List: Currencies},
		{Name: lineSource, Key: "source", Kind: Word, List: Sources, Required: true},
		{Name: lineExpert, Key: "external_expertise", Kind: Flag, Default: "N"},
		{Name: "Line_Justification", Key: "justification", Kind: Bilingual},
		{Name: "Line_Bought", Key: "bought", Kind: Date},
		{Name: "Line_Shared", Key: "sharing_checked", Kind: Flag, Default: "N"},
		{Name: "Line_Reviewed", Key: "review_done", Kind: Flag, Default: "N"},
		{Name: "Line_OriginalPrice", Key: "original_price", Kind: Money, Optional: true},
		{Name: "Line_Acquired", Key: "acquired", Kind: Date, Optional: true},
	}},
	{Name: "payments", ID: "Payment_ID", Path: "budget.payments", Key: "id", Columns: []Column{
		{Name: "Payment_Payer", Key: "payer", Kind: Word, List: Parties, Required: true},
		{Name: "Payment_Payee", Key: "payee", Kind: Word, List: Parties, Required: true},
		{Name: "Payment_Name", Kind: Bilingual, Fixed: ofParties},
		{Name: "Payment_Currency", Key: "currency", Kind: Word, List: Currencies, Required: true},
		{Name: "Payment_Won", Key: "phases", Kind: Money, PerPhase: true, Required: true},
	}},
	{Name: "instalments", ID: "Instalment_ID", Path: "budget.payments[].instalments", Key: "id", Columns: []Column{
		{Name: "Instalment_Payment", Kind: Word, List: PaymentIDs, Required: true, Parent: true},
		{Name: "Instalment_Phase", Key: "phase", Kind: Word, List: Phases, Required: true},
		{Name: "Instalment_Due", Key: "due", Kind: Date, Required: true},
		{Name: "Instalment_Won", Key: "amount", Kind: Money, Required: true},
		{Name: "Instalment_Event", Key: "event", Kind: Bilingual, Required: true},
		{Name: "Instalment_Evidence", Key: "evidence", Kind: Bilingual},
	}},
}

// Absent is what the cell shows where the project file has no value: for a
// currency that may be left out, that of the grant.
func (c Column) Absent(grant money.Currency) string {
	if c.List == Currencies && !c.Required {
		return grant.Code()
	}
	return c.Default
}

// Names are the defined names of a column: one, or one for each phase.
func (c Column) Names(phases int) []string {
	if !c.PerPhase {
		return []string{c.Name}
	}
	names := make([]string, phases)
	for i := range names {
		names[i] = numbered(c.Name, i)
	}
	return names
}

// ParentColumn returns the column that names the item of the outer list, or
// false for a table whose list is not inside another one.
func (t Table) ParentColumn() (Column, bool) {
	for _, c := range t.Columns {
		if c.Parent {
			return c, true
		}
	}
	return Column{}, false
}

// Find returns the item of the project file with the id of a row, or nil. Ids
// are compared as spreadsheets do, which know no capitals.
func (t Table) Find(root *source.Value, id string) *source.Value {
	outer, inner, nested := strings.Cut(t.Path, "[].")
	if t.Path == "" {
		return nil
	}
	if !nested {
		return itemOf(root.Find(outer), t.Key, id)
	}
	if list := root.Find(outer); list != nil {
		for _, item := range list.Items {
			if found := itemOf(item.Find(inner), t.Key, id); found != nil {
				return found
			}
		}
	}
	return nil
}

func itemOf(list *source.Value, key, id string) *source.Value {
	if list == nil {
		return nil
	}
	for _, item := range list.Items {
		if v := item.Get(key); v != nil && strings.EqualFold(v.Text, id) {
			return item
		}
	}
	return nil
}
