package law

import "strings"

// target is what an override replaces.
type target int

const (
	noTarget target = iota
	limitTarget
	thresholdTarget
	citationTarget
	severalTargets
)

// target finds what an override names, and where it stands in its list.
func (v *Version) target(o Override) (target, int) {
	for i, l := range v.Limits {
		if l.Key == o.Provision {
			return limitTarget, i
		}
	}
	for i, t := range v.Thresholds {
		if t.Key == o.Provision {
			return thresholdTarget, i
		}
	}
	for i, c := range v.Citations {
		if c.Key != o.Provision {
			continue
		}
		if o.Value == "" {
			return citationTarget, i
		}
		return v.onlyFigure(o.Provision, i)
	}
	return noTarget, 0
}

// onlyFigure finds the figure that cites a provision; if there is none, it is
// the provision itself.
func (v *Version) onlyFigure(cite string, citation int) (target, int) {
	kind, at := citationTarget, citation
	for i, l := range v.Limits {
		if l.Cite == cite {
			if kind != citationTarget {
				return severalTargets, 0
			}
			kind, at = limitTarget, i
		}
	}
	for i, t := range v.Thresholds {
		if t.Cite == cite {
			if kind != citationTarget {
				return severalTargets, 0
			}
			kind, at = thresholdTarget, i
		}
	}
	return kind, at
}

// citing lists the figures that cite a provision.
func (v *Version) citing(cite string) string {
	var keys []string
	for _, l := range v.Limits {
		if l.Cite == cite {
			keys = append(keys, l.Key)
		}
	}
	for _, t := range v.Thresholds {
		if t.Cite == cite {
			keys = append(keys, t.Key)
		}
	}
	return strings.Join(keys, ", ")
}

// keys lists all that an override may name.
func (v *Version) keys() []string {
	var keys []string
	for _, l := range v.Limits {
		keys = append(keys, l.Key)
	}
	for _, t := range v.Thresholds {
		keys = append(keys, t.Key)
	}
	for _, c := range v.Citations {
		keys = append(keys, c.Key)
	}
	return keys
}
