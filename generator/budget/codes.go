package budget

// Codes of findings about what the project file says of the budget. They are
// blocking unless the comment says otherwise.
const (
	CodeEmpty          = "BUD-EMPTY"           // unmet: no money asked for
	CodeParty          = "BUD-PARTY"           // an institution that the project does not have
	CodeOverseas       = "BUD-OVERSEAS"        // a budget of an institution outside the project agreement
	CodePhase          = "BUD-PHASE"           // an unknown phase
	CodePhases         = "BUD-PHASES"          // a list without one value per phase
	CodeCategory       = "BUD-CATEGORY"        // an unknown cost category
	CodeRoute          = "BUD-ROUTE"           // a category that is entered elsewhere
	CodeSource         = "BUD-SOURCE"          // an unknown source of money
	CodeCurrency       = "BUD-CURRENCY"        // no currency
	CodeRate           = "BUD-RATE"            // no usable exchange rate
	CodeNegative       = "BUD-NEGATIVE"        // a negative number
	CodeOverflow       = "BUD-OVERFLOW"        // an amount or a sum too large to count
	CodeTwice          = "BUD-TWICE"           // stated twice; a warning if it only may be
	CodeInstalments    = "BUD-INSTALMENTS"     // instalments that do not make up their phase
	CodeInstalmentDate = "BUD-INSTALMENT-DATE" // unmet or a warning: due outside its period, but not after the end
	CodeIndirectRate   = "BUD-INDIRECT-RATE"   // a warning: no indirect rate
	CodeNotChecked     = "BUD-NOT-CHECKED"     // a warning: a limit that the law version lacks
	CodeSetting        = "BUD-SETTING"         // an unknown value of a setting
	CodeAward          = "BUD-AWARD"           // an award that does not fit the budget
	CodeChange         = "BUD-CHANGE"          // a changed amount that is not that of the budget
	CodeReason         = "BUD-REASON"          // a warning: a cost line without justification
	CodeRateDate       = "BUD-RATE-DATE"       // a warning: a rate later than the agreement
)

// Codes of findings about limits of the law. They are unmet, or a warning where
// one annual phase alone goes beyond a limit.
const (
	CodeAllowance     = "LAW-ALLOW-20"
	CodeExpertise     = "LAW-EXT-40"
	CodeEntrusted     = "LAW-ENTR-40"
	CodeEntrusting    = "LAW-ENTR-WHO"
	CodeIndirect      = "LAW-IND-10" // of a company
	CodeNotifiedRate  = "LAW-IND-NP" // of a non-profit; a warning below its rate
	CodeMatch         = "LAW-MATCH"
	CodeInKind        = "LAW-KIND-NP"
	CodeStudents      = "LAW-STUD"
	CodeSecurity      = "LAW-SECA"
	CodeContribution  = "LAW-BURD"
	CodeParticipation = "LAW-RATE-100"
	CodePayee         = "LAW-INTL-PAYEE"
	CodePayer         = "LAW-INTL-WHO"
	CodeIntra         = "LAW-INTRA" // cost paid to an institution of the project
	CodeCompanyCash   = "LAW-CASHPERS"
	CodeFacultyCash   = "LAW-FACULTY"
	CodeSharing       = "LAW-EQ-30"   // a warning
	CodeReview        = "LAW-EQ-100"  // a warning
	CodeTooLate       = "LAW-EQ-2M"   // a warning while no day is planned
	CodeOwnEquipment  = "LAW-EQ-KIND" // a warning while no price is stated
	CodeIntlCap       = "CALL-INTL-CAP"
)
