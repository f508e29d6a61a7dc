package pdf

import (
	"strings"
	"testing"

	"pactwright/generator/diag"
)

// TestStretches: the language changes at spaces only, a foreign stretch is in
// brackets here, and no character is lost.
func TestStretches(t *testing.T) {
	for _, c := range []struct {
		lang  diag.Lang
		after diag.Lang
		want  string
	}{
		{diag.English, "", "The Party pays US$231,884.06 (60.00%)."},
		{diag.English, "", "Project [두 병원 흉부 CT 1차 영상의 ]title"},
		{diag.English, "", "[제12조제2항제1호]"},
		{diag.English, "", "Minister of [과학기술정보통신부 (MSIT), ]Korea"},
		{diag.English, diag.Korean, "[ (1)]"},
		{diag.English, diag.Korean, "the end"},
		{diag.Korean, "", "주관기관은 AI 소프트웨어를 개발한다."},
		{diag.Korean, "", "공모명: [Medical data analysis intelligent SW cooperation (2024)]"},
		{diag.Korean, "", "Nguyễn Thị Hợp 교수"},
		{diag.Korean, "", "Northfield대학교와 Pretendard 글꼴"},
		{diag.Korean, "", "[Northfield Example University, ]학교법인"},
		{diag.Korean, diag.English, "[, 2024 ]년도"},
	} {
		var b strings.Builder
		for _, s := range stretches(strings.NewReplacer("[", "", "]", "").Replace(c.want), c.lang, c.after) {
			if s.lang != "" {
				s.words = "[" + s.words + "]"
			}
			b.WriteString(s.words)
		}
		if b.String() != c.want {
			t.Errorf("%s: got %q, want %q", c.lang, b.String(), c.want)
		}
	}
}
