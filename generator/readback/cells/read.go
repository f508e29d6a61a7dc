package cells

import (
	"encoding/xml"
	"strconv"
	"strings"
	"sync"
)

// Read returns the sheets and names of a workbook. The errors wrap one of those
// above.
func Read(data []byte) (*Book, error) {
	b, err := open(data)
	if err != nil {
		return nil, err
	}
	_, byType, err := b.relations("")
	if err != nil {
		return nil, err
	}
	main := byType["officeDocument"]
	text, ok, err := b.part(main)
	if err != nil || !ok {
		return nil, orDamaged(err)
	}
	byID, byType, err := b.relations(main)
	if err != nil {
		return nil, err
	}
	if err := b.readShared(byType["sharedStrings"]); err != nil {
		return nil, err
	}
	out, targets, err := contents(text, byID)
	if err != nil {
		return nil, err
	}
	return out, b.readSheets(out, targets)
}

func orDamaged(err error) error {
	if err == nil {
		return ErrDamaged
	}
	return err
}

// contents reads the list of sheets, with the part of each, and the names.
func contents(text []byte, byID map[string]string) (*Book, []string, error) {
	out := &Book{Names: map[string]Range{}}
	var targets []string
	s := newScanner(text)
	err := s.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "sheet":
			name := attribute(e, "name")
			if len(out.Sheets) >= maxSheets {
				return ErrTooLarge
			}
			if out.Sheet(name) != nil {
				return ErrDamaged
			}
			out.Sheets = append(out.Sheets, Sheet{Name: name})
			targets = append(targets, byID[attribute(e, "id")])
		case "definedName":
			if len(out.Names) >= maxNames {
				return ErrTooLarge
			}
			local := attribute(e, "localSheetId") != ""
			text, err := s.inner("")
			if err != nil {
				return err
			}
			if r, ok := parseRange(text); ok && !local {
				out.Names[attribute(e, "name")] = r
			}
		}
		return nil
	})
	return out, targets, err
}

// readShared reads the texts that cells name by number, without the reading
// aids beside them.
func (b *book) readShared(name string) error {
	data, ok, err := b.part(name)
	if err != nil || !ok {
		return err
	}
	s := newScanner(data)
	return s.each(func(e xml.StartElement) error {
		if e.Name.Local != "si" {
			return nil
		}
		if len(b.shared) >= maxShared {
			return ErrTooLarge
		}
		text, err := s.inner("rPh")
		b.shared = append(b.shared, text)
		return err
	})
}

// readSheets reads the sheets side by side.
func (b *book) readSheets(out *Book, targets []string) error {
	errs := make([]error, len(targets))
	var wg sync.WaitGroup
	for i, target := range targets {
		data, ok, err := b.part(target)
		if err != nil || !ok {
			wg.Wait()
			return orDamaged(err)
		}
		wg.Go(func() { out.Sheets[i].Cells, errs[i] = b.readSheet(data) })
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// readSheet reads the cells of one sheet.
func (b *book) readSheet(data []byte) (map[Ref]Cell, error) {
	cells := map[Ref]Cell{}
	s := newScanner(data)
	err := s.each(func(e xml.StartElement) error {
		if e.Name.Local != "c" {
			return nil
		}
		ref, ok := parseRef(attribute(e, "r"))
		if !ok {
			return ErrDamaged
		}
		cell, err := b.readCell(s, attribute(e, "t"))
		if err != nil || cell == (Cell{}) {
			return err
		}
		if _, twice := cells[ref]; twice {
			return ErrDamaged
		}
		if len(cells) >= maxCells {
			return ErrTooLarge
		}
		cells[ref] = cell
		return nil
	})
	return cells, err
}

// readCell reads the cell that has just begun.
func (b *book) readCell(s *scanner, kind string) (Cell, error) {
	var cell Cell
	var inline string
	value, has := "", false
	outside := s.depth - 1
	for s.depth > outside {
		t, err := s.next()
		if t == nil || err != nil {
			return cell, orDamaged(err)
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		text, err := s.inner("rPh")
		if err != nil {
			return cell, err
		}
		switch e.Name.Local {
		case "f":
			cell.Formula = true
		case "v":
			value, has = text, true
		case "is":
			inline = text
		}
	}
	return b.valueOf(cell, kind, value, inline, has)
}

// valueOf tells what the text of a cell means.
func (b *book) valueOf(cell Cell, kind, value, inline string, has bool) (Cell, error) {
	switch kind {
	case "", "n":
		if value = strings.TrimSpace(value); value != "" {
			cell.Kind, cell.Value = Number, value
		}
	case "inlineStr":
		cell.Kind, cell.Value = Text, inline
	case "str":
		if has {
			cell.Kind, cell.Value = Text, value
		}
	case "s":
		i, err := strconv.Atoi(value)
		if err != nil || i < 0 || i >= len(b.shared) {
			return cell, ErrDamaged
		}
		cell.Kind, cell.Value = Text, b.shared[i]
	case "b":
		cell.Kind, cell.Value = Truth, value
	case "e":
		cell.Kind, cell.Value = Fault, value
	case "d": // a date as text
		cell.Kind, cell.Value = Text, value
	default:
		return cell, ErrDamaged
	}
	return cell, nil
}
