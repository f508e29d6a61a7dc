package xlsx

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"

	"pactwright/generator/sheet"
)

// chartRange is a range in a chart as the library writes it, without the figures
// that stand in the cells.
var chartRange = regexp.MustCompile(`<(strRef|numRef)><f>([^<!]+)!([^<]+)</f>(<numCache><formatCode></formatCode></numCache>)?</(?:strRef|numRef)>`)

// cacheCharts puts labels and figures into a chart, so that readers that do not
// calculate draw it, too.
func cacheCharts(book *sheet.Workbook, data []byte) []byte {
	return chartRange.ReplaceAllFunc(data, func(found []byte) []byte {
		part := chartRange.FindSubmatch(found)
		kind, name, cells := string(part[1]), string(part[2]), string(part[3])
		values := valuesOf(book, name, cells)
		if values == nil {
			return found
		}
		cache := strings.Replace(kind, "Ref", "Cache", 1)
		var out strings.Builder
		out.WriteString("<" + kind + "><f>" + name + "!" + cells + "</f><" + cache + ">")
		if cache == "numCache" {
			out.WriteString("<formatCode>General</formatCode>")
		}
		out.WriteString(`<ptCount val="` + strconv.Itoa(len(values)) + `"></ptCount>`)
		for i, v := range values {
			out.WriteString(`<pt idx="` + strconv.Itoa(i) + `"><v>`)
			_ = xml.EscapeText(&out, []byte(v.String())) // a builder does not fail
			out.WriteString("</v></pt>")
		}
		out.WriteString("</" + cache + "></" + kind + ">")
		return []byte(out.String())
	})
}

// valuesOf returns the values in a range that a chart of the workbook shows.
func valuesOf(book *sheet.Workbook, name, cells string) []sheet.Value {
	for _, s := range book.Sheets {
		for _, c := range s.Charts {
			ranges := []sheet.Range{c.Categories}
			for _, series := range c.Series {
				ranges = append(ranges, series.Name.Cell(), series.Values)
			}
			for _, r := range ranges {
				if c.Source == name && r.Absolute() == cells {
					return book.Sheet(name).Values(r)
				}
			}
		}
	}
	return nil
}
