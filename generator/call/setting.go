package call

import (
	"slices"

	"pactwright/generator/diag"
	"pactwright/generator/money"
	"pactwright/generator/project"
	"pactwright/generator/source"
)

// Codes of the findings about what a project takes from its call.
const (
	CodeSetting = "CALL-SETTING" // a setting or a value of one that the call does not have
	CodeCall    = "CALL-ID"      // the project names another call
)

// Values of the setting gov_cap_scope.
const (
	capScope    = "gov_cap_scope"
	capPerTrack = "per_track"
)

// Setting returns the reading that applies to the project for a point that the
// call leaves open: the project's own if it sets one, else the default. It is
// empty if the call has no such setting. The project may be nil.
func (c *Call) Setting(p *project.Project, id string) string {
	i := slices.IndexFunc(c.Settings, func(s Setting) bool { return s.ID == id })
	if i < 0 {
		return ""
	}
	if p != nil {
		for _, own := range p.Info.Settings {
			if own.Key == id && own.Value != "" {
				return own.Value
			}
		}
	}
	return c.Settings[i].Default
}

// SettingNote returns what the call says about a setting.
func (c *Call) SettingNote(id string) diag.Text {
	i := slices.IndexFunc(c.Settings, func(s Setting) bool { return s.ID == id })
	if i < 0 {
		return diag.Text{}
	}
	return c.Settings[i].Note.Diag()
}

// ClosingNote says what is known of the hour of closing: what the project sets
// by the setting that the window names, else what the call says about it.
func (c *Call) ClosingNote(p *project.Project) diag.Text {
	i := slices.IndexFunc(c.Settings, func(s Setting) bool { return s.ID == c.Window.Hour })
	if i < 0 || c.Setting(p, c.Window.Hour) == c.Settings[i].Default {
		return c.Window.Note.Diag()
	}
	s := c.Settings[i]
	return diag.T("%s: %s, as set by the project file", "%s: %s(과제 파일에서 지정)", s.Title.Diag(), optionName(s.Values, c.Setting(p, s.ID)))
}

// Applies reports what a project sets that its call does not know.
func (c *Call) Applies(p *project.Project) diag.List {
	var found diag.List
	if p.Info.Call != c.ID {
		found.Add(projectFinding(p, CodeCall, "project.call",
			diag.T("the project names the call %q, but is judged by %q", "과제의 공고는 %q인데 %q 기준으로 검사합니다", p.Info.Call, c.ID),
			diag.T("set project.call to the id of the call", "project.call에 공고 ID를 쓰십시오")))
	}
	for _, own := range p.Info.Settings {
		if f, ok := c.unknownSetting(p, own); ok {
			found.Add(f)
		}
	}
	return found
}

func (c *Call) unknownSetting(p *project.Project, own source.Pair[string]) (diag.Finding, bool) {
	path := source.Child("project.settings", own.Key)
	i := slices.IndexFunc(c.Settings, func(s Setting) bool { return s.ID == own.Key })
	if i < 0 {
		return projectFinding(p, CodeSetting, path,
			diag.T("the call has no setting %q", "공고에 없는 설정입니다: %q", own.Key),
			diag.T("remove it, or use one of: %s", "지우거나 다음 중 하나를 쓰십시오: %s", settingIDs(c.Settings))), true
	}
	values := c.Settings[i].Values
	if slices.ContainsFunc(values, func(o Option) bool { return o.ID == own.Value }) {
		return diag.Finding{}, false
	}
	return projectFinding(p, CodeSetting, path,
		diag.T("the setting %s has no value %q", "설정 %s에 쓸 수 없는 값입니다: %q", own.Key, own.Value),
		diag.T("use one of: %s", "다음 중 하나를 쓰십시오: %s", optionIDs(values))), true
}

func projectFinding(p *project.Project, code, path string, message, fix diag.Text) diag.Finding {
	f := diag.Finding{Code: code, Severity: diag.Blocking, Path: path, Message: message, Fix: fix}
	if p.File != nil {
		f.Place = p.File.Place(path)
	}
	return f
}

// Caps returns the government money that the call allows the project in each of
// its phases, in the project's order. Where the setting gov_cap_scope reads the
// amounts as those of the whole track, they are divided by the number of
// projects that the call selects. The list is nil if the track is not known; the
// amount of a phase that the call does not have is the zero Amount.
func (c *Call) Caps(p *project.Project) []money.Amount {
	track, ok := c.Track(p.Info.Track)
	if !ok {
		return nil
	}
	caps := make([]money.Amount, len(p.Phases))
	for i, phase := range p.Phases {
		for _, limit := range track.Caps {
			if limit.Key == phase.ID {
				caps[i] = c.share(p, track, limit.Value)
			}
		}
	}
	return caps
}

// TotalCap returns the government money that the call allows the project in all
// phases together, the zero Amount if the track is not known.
func (c *Call) TotalCap(p *project.Project) money.Amount {
	track, ok := c.Track(p.Info.Track)
	if !ok {
		return money.Amount{}
	}
	return c.share(p, track, track.Total)
}

// share rounds down: what cannot be divided belongs to no project.
func (c *Call) share(p *project.Project, track Track, amount project.Amount) money.Amount {
	if c.Setting(p, capScope) == capPerTrack && track.Projects > 0 {
		amount /= project.Amount(track.Projects)
	}
	return amount.In(c.Currency)
}

func settingIDs(all []Setting) string {
	options := make([]Option, len(all))
	for i, s := range all {
		options[i] = Option{ID: s.ID}
	}
	return optionIDs(options)
}

func optionIDs(all []Option) string {
	text := ""
	for i, o := range all {
		if i > 0 {
			text += ", "
		}
		text += o.ID
	}
	return text
}
