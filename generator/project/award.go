package project

import (
	"pactwright/generator/calendar"
	"pactwright/generator/source"
)

// Award is what the agency grants after selection, if it is less than what was
// asked for. The budget, the schedules of the contracts and the letters then
// show the awarded amounts.
type Award struct {
	source.At
	Notified   calendar.Date `yaml:"notified"`   // the day of the notice of the result
	Government []Amount      `yaml:"government"` // per phase
	Method     string        `yaml:"method"`     // AwardProRata, AwardByRow
	Own        string        `yaml:"own"`        // OwnKept if empty, or OwnProRata
	Keep       []string      `yaml:"keep"`       // rows that a pro rata cut leaves as they are
	Rows       []AwardRow    `yaml:"rows"`       // new amounts, for AwardByRow
	Reason     Text          `yaml:"reason"`
}

// AwardRow is what is awarded for one person, cost line or payment: one
// amount per phase, or a single one for a cost line. With a category it is for
// the allowance or the indirect cost of an institution.
type AwardRow struct {
	source.At
	Row      string   `yaml:"row"`
	Category string   `yaml:"category"` // ALLOW, IND
	Amounts  []Amount `yaml:"amounts"`
}

// Methods of spreading a cut, and what becomes of the institutions' own money.
const (
	AwardProRata = "pro_rata"
	AwardByRow   = "by_row"
	OwnKept      = "keep"
	OwnProRata   = "pro_rata"
)
