package project_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pactwright/generator/project"
)

// consortium is a consortium with its budget, as data in testdata.
type consortium struct {
	ID, Track, Model string
	Parties          []struct {
		ID, Country, Type, Role, Signatory, Funding string
		EN                                          string `json:"name_en"`
		Native                                      string `json:"name_native"`
		People                                      []string
	}
	Rows []struct {
		Party, Category string
		Booked          string `json:"booked_by"`
		Gov             []int64
		Cash            []int64 `json:"own_cash"`
		Kind            []int64 `json:"own_kind"`
		Currency        string  `json:"ccy"`
	}
	Gov   []int64 `json:"gov_per_phase"`
	Total int64   `json:"project_total"`
}

// clausesOf are terms that the format must be able to carry: ownership by field
// and territory with a residual owner, royalties, shares of one result only.
var clausesOf = map[string]object{
	"S03": {"ownership": object{"option": "by-field", "residual": "KR2", "cells": []object{
		{"field": text("clinical workflow", "임상 업무 흐름"), "territories": []string{"worldwide"}, "owner": "KR1"},
		{"field": text("stroke CT software", "뇌졸중 CT 소프트웨어"), "territories": []string{"KR", "ASEAN"}, "owner": "KR2"},
		{"field": text("stroke CT software", "뇌졸중 CT 소프트웨어"), "territories": []string{"JP"}, "owner": "JP1"},
		{"field": text("stroke CT software", "뇌졸중 CT 소프트웨어"), "territories": []string{"US", "CA"}, "owner": "US1"},
	}}},
	"S04": {"exploitation": object{"option": "royalty", "royalty": json.Number("3.5"), "years": 10, "reversion_months": 36,
		"split": []object{{"party": "KR2", "share": 70}, {"party": "US1", "share": 30}}}},
	"S07": {"ownership": object{"option": "generator", "results": []object{{"result": "R1", "shares": []object{
		{"party": "KR1", "share": "33.34"}, {"party": "KR3", "share": "33.33"}, {"party": "US1", "share": "33.33"}}}}}},
}

// rates are the contract rates of the currencies in testdata.
var rates = map[string]string{"USD": "1380.00", "CAD": "1010.00", "AUD": "910.00", "BRL": "250.00", "JPY": "8.9000"}

var lawClasses = map[string]string{
	"sme": "sme", "nonprofit_university": "university", "nonprofit_hospital": "nonprofit", "nonprofit_institute": "nonprofit",
}

type object = map[string]any

func text(en, ko string) object { return object{"en": en, "ko": ko} }

func TestConsortiaCanBeExpressed(t *testing.T) {
	files, err := filepath.Glob("testdata/consortia/*.json")
	if err != nil || len(files) != 6 {
		t.Fatalf("want 6 consortia, have %d: %v", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			var c consortium
			if err := json.Unmarshal(read(t, file), &c); err != nil {
				t.Fatal(err)
			}
			data, err := json.Marshal(c.project()) // JSON is YAML
			if err != nil {
				t.Fatal(err)
			}
			p, found := load(t, file, data)
			reportAll(t, found)
			c.compare(t, p)
		})
	}
}

// project writes the consortium as a project file.
func (c consortium) project() object {
	budget, total := c.budget()
	out := object{
		"pactwright": 1,
		"project": object{
			"id": strings.ToLower(c.ID), "title": text("Title", "제목"), "purpose": text("to do it", "하는 것"), "call": "some-call",
			"law_version": "kr-2024-02-29", "track": c.Track, "trl": object{"start": 3, "end": 6},
			"start": "2024-07-01", "end": "2026-12-31", "date": "2024-05-20",
		},
		"phases": []object{
			{"id": "P1", "start": "2024-07-01", "end": "2025-03-31"}, {"id": "P2", "start": "2025-04-01", "end": "2025-12-31"},
			{"id": "P3", "start": "2026-01-01", "end": "2026-12-31"},
		},
		"budget": budget,
	}
	var parties, letters []object
	var ids []string
	for _, x := range c.Parties {
		ids = append(ids, x.ID)
		parties = append(parties, c.party(len(parties)))
		if x.Role == "overseas" {
			letters = append(letters, object{
				"id": "letter-" + strings.ToLower(x.ID), "kind": map[bool]string{true: "moa", false: "loi"}[c.ID == "S05"], "party": x.ID,
				"state": "draft", "money": map[bool]string{true: "approximate", false: "none"}[total[x.ID] > 0], "binding": "mixed",
				"role": text("to do it as "+x.ID, x.ID+"의 일"), "reason": text("Why "+x.ID, x.ID+"의 이유"), "operation": text("How "+x.ID, x.ID+"의 방법"),
			})
		}
	}
	out["parties"] = parties
	if letters != nil {
		out["letters"] = letters
	}
	contract := object{"id": "contract", "parties": ids, "effective_date": "2024-07-01", "signed_text": "en", "texts": []string{"en", "ko"}}
	if clauses := clausesOf[c.ID]; clauses != nil {
		contract["clauses"] = clauses
	}
	out["agreements"] = []object{contract}
	return out
}

func (c consortium) party(i int) object {
	x := c.Parties[i]
	class := lawClasses[x.Type]
	if class == "" {
		class = "foreign"
	}
	var people []object
	for n, name := range x.People {
		people = append(people, object{"id": fmt.Sprintf("person-%d", n+1), "name": object{"en": name, "native": name}, "title": text("Dr.", "박사"), "role": "co_pi"})
	}
	out := object{
		"id": x.ID, "role": x.Role, "name": object{"en": x.EN, "native": x.Native}, "short": text(x.ID, x.ID), "country": x.Country,
		"kind": x.Type, "law_class": class, "address": text("Somewhere", "어딘가"), "funding": x.Funding, "people": people,
		"signatories": []object{{"name": object{"en": "Somebody", "native": "Somebody"}, "title": text(x.Signatory, x.Signatory), "method": "signature"}},
	}
	if project.Role(x.Role).IsForeign() {
		out["model"] = c.Model
	}
	return out
}

// budget writes rows of an institution's own money as cost lines and those of
// international joint R&D funds as payments. It returns the won of each payee.
func (c consortium) budget() (budget object, paid map[string]int64) {
	var lines, payments, used []object
	paid = map[string]int64{}
	known := map[string]bool{}
	for _, row := range c.Rows {
		if row.Category == "INTL" {
			var instalments []object
			for i, won := range row.Gov {
				paid[row.Party] += won
				instalments = append(instalments, object{"id": fmt.Sprintf("I%d", i+1), "phase": fmt.Sprintf("P%d", i+1), "amount": won, "due": "2024-09-30", "event": text("Start", "착수")})
			}
			payments = append(payments, object{"id": "PAY-" + row.Party, "payer": row.Booked, "payee": row.Party, "currency": row.Currency, "phases": row.Gov, "instalments": instalments})
			if !known[row.Currency] {
				used = append(used, object{"currency": row.Currency, "krw_per_unit": rates[row.Currency]})
			}
			known[row.Currency] = true
			continue
		}
		for _, part := range []struct {
			source string
			won    []int64
		}{{"gov", row.Gov}, {"own_cash", row.Cash}, {"own_in_kind", row.Kind}} {
			for i, won := range part.won {
				if won == 0 {
					continue
				}
				lines = append(lines, object{
					"id": fmt.Sprintf("L%d", len(lines)+1), "party": row.Booked, "category": "ACT", "phase": fmt.Sprintf("P%d", i+1),
					"item": text("Research", "연구"), "quantity": 1, "unit_price": won, "source": part.source,
				})
			}
		}
	}
	budget = object{"lines": lines}
	if payments != nil {
		budget["payments"], budget["rates"] = payments, used
	}
	return budget, paid
}

// compare checks that the project says what the consortium says.
func (c consortium) compare(t *testing.T, p *project.Project) {
	t.Helper()
	if len(p.Parties) != len(c.Parties) {
		t.Fatalf("%d parties, want %d", len(p.Parties), len(c.Parties))
	}
	for i, x := range c.Parties {
		got := p.Parties[i]
		if got.Name.EN != x.EN || got.Name.Native != x.Native || string(got.Role) != x.Role || got.Funding != x.Funding || len(got.People) != len(x.People) {
			t.Errorf("party %s was read as %+v", x.ID, got)
		}
	}
	gov := make([]int64, len(c.Gov))
	var total int64
	for _, line := range p.Budget.Lines {
		won, ok := line.UnitPrice.Int64()
		if !ok || p.Phase(line.Phase) < 0 {
			t.Fatalf("line %s was read as %+v", line.ID, line)
		}
		total += won
		if line.Source == project.Government {
			gov[p.Phase(line.Phase)] += won
		}
	}
	for _, payment := range p.Budget.Payments {
		for i, won := range payment.Phases {
			gov[i] += int64(won)
			total += int64(won)
		}
	}
	if !slices.Equal(gov, c.Gov) || total != c.Total {
		t.Errorf("government money %v and total %d, want %v and %d", gov, total, c.Gov, c.Total)
	}
	for slot := range clausesOf[c.ID] {
		if got := p.Agreements[0].Clauses; len(got) != 1 || got[0].Key != slot || got[0].Value.Node == nil {
			t.Errorf("clause %s was read as %v", slot, got)
		}
	}
}
