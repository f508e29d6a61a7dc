// Package ics writes dates as a file for calendars (RFC 5545): whole-day events
// with stable ids. The same dates make the same bytes; there is no clock in it.
package ics

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"

	ical "github.com/arran4/golang-ical"

	"pactwright/generator/calendar"
)

// Calendar is a list of dates under one name.
type Calendar struct {
	Name    string
	Lang    string // en or ko
	Product string // what made the file
	Made    calendar.Date
	Events  []Event
}

// Event is one day.
type Event struct {
	UID         string
	Date        calendar.Date
	Summary     string
	Description []string // lines
	Remind      int      // days before; 0: no reminder
}

// Write returns the file. The error says that a date is missing, which no
// calendar can show.
func Write(c Calendar) ([]byte, error) {
	if c.Made.IsZero() {
		return nil, errors.New("a calendar needs the date of its making")
	}
	cal := &ical.Calendar{}
	cal.SetVersion("2.0")
	cal.SetProductId("-//" + plain(c.Product) + "//" + strings.ToUpper(plain(c.Lang)))
	cal.SetCalscale("GREGORIAN")
	cal.SetXWRCalName(plain(c.Name))
	for _, e := range c.Events {
		if e.Date.IsZero() || e.UID == "" {
			return nil, fmt.Errorf("the event %q has no date or id", e.Summary)
		}
		add(cal, e, midnight(c.Made))
	}
	var b bytes.Buffer
	// The line ends of the library follow its platform; the format has its own.
	err := cal.SerializeTo(&b, ical.WithNewLineWindows, ical.WithLineLength(75))
	return b.Bytes(), err
}

func add(cal *ical.Calendar, e Event, made time.Time) {
	event := cal.AddEvent(plain(e.UID))
	event.SetDtStampTime(made)
	event.SetAllDayStartAt(midnight(e.Date))
	event.SetSummary(plain(e.Summary))
	var lines []string
	for _, line := range e.Description {
		lines = append(lines, plain(line))
	}
	if len(lines) > 0 {
		event.SetDescription(strings.Join(lines, "\n"))
	}
	event.SetTimeTransparency(ical.TransparencyTransparent)
	if e.Remind > 0 {
		alarm := event.AddAlarm()
		alarm.SetAction(ical.ActionDisplay)
		alarm.SetDescription(plain(e.Summary))
		alarm.SetTrigger(fmt.Sprintf("-P%dD", e.Remind))
	}
}

func midnight(d calendar.Date) time.Time {
	return time.Date(d.Year(), time.Month(d.Month()), d.Day(), 0, 0, 0, 0, time.UTC)
}

// plain makes one line of a text without control characters and with single
// blanks: the library folds at blanks, and a line of blanks only is lost on some
// readers.
func plain(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
	return strings.Join(strings.Fields(text), " ")
}
