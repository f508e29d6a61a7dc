package generator

import (
	"slices"
	"strings"
	"sync"

	"pactwright/generator/agreement"
	"pactwright/generator/diag"
	"pactwright/generator/merge"
	"pactwright/generator/money"
	"pactwright/generator/pack"
	"pactwright/generator/project"
	"pactwright/generator/readback"
)

// readBack reads the figures of a document back from the bytes of a file.
func (d *document) readBack(data []byte) diag.List {
	var found diag.List
	d.figures, found = readback.Document(d.file, data, d.settled)
	return found
}

// agreed counts the figures of the files of the pack that were read back. A
// figure that does not agree is a finding that blocks.
func (s *state) agreed(documents []document) readback.Count {
	var c readback.Count
	for _, d := range documents {
		if d.settled != nil && s.kept(d.file) {
			c.Add(d.figures)
		}
	}
	if s.kept(workbookFile) {
		c.Add(s.figures)
	}
	return c
}

// parameters are the amounts that the contracts set themselves.
func parameters(plans []*agreement.Plan) []money.Amount {
	var out []money.Amount
	for _, plan := range plans {
		if plan == nil {
			continue
		}
		for _, a := range plan.All() {
			out = append(out, amounts(a.Params)...)
		}
	}
	return out
}

// changedAmounts are those of the changes of contracts.
func changedAmounts(p *project.Project) []money.Amount {
	var out []money.Amount
	for i := range p.Changes {
		if c, err := merge.NewChangedFunds(p, &p.Changes[i]); err == nil {
			out = append(out, c.Amounts()...)
		}
	}
	return out
}

// amounts are those of parameters, of the cells of tables, too.
func amounts(params map[string]agreement.Value) []money.Amount {
	var out []money.Amount
	for _, v := range params {
		if v.Set && v.Type == "amount" {
			out = append(out, v.Amount)
		}
		for _, row := range v.Rows {
			out = append(out, amounts(row.Cells)...)
		}
	}
	return out
}

// readBack reads the figures of a pack back from its files, whatever they are
// now, and compares them with what a rebuild has made.
func (o Outcome) readBack(files []pack.File) diag.List {
	lists := make([]diag.List, len(files))
	var wg sync.WaitGroup
	for i, f := range files {
		wg.Go(func() { lists[i] = o.readFile(f) })
	}
	wg.Wait()
	return slices.Concat(lists...)
}

func (o Outcome) readFile(f pack.File) diag.List {
	if f.Data == nil { // nothing that can be read, which has been reported
		return nil
	}
	if f.Path == workbookFile {
		_, found := readback.Workbook(f.Path, f.Data, o.state.model())
		return found
	}
	for _, d := range o.documents {
		if d.file == f.Path && d.settled != nil {
			return d.readBack(f.Data)
		}
	}
	return nil
}

// onInputs reports whether a finding is about a file that a pack is made from.
func onInputs(f diag.Finding) bool { return strings.HasPrefix(f.Place.File, inputsDir+"/") }
