package review

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pactwright/generator/doc"
)

func text(s string) []doc.Inline { return []doc.Inline{{Kind: doc.TextInline, Text: s}} }

// shown writes a redline as [-old-]{+new+}.
func shown(redline []doc.Inline) string {
	var out strings.Builder
	for _, in := range redline {
		switch in.Change {
		case doc.Deleted:
			out.WriteString("[-" + in.Text + "-]")
		case doc.Inserted:
			out.WriteString("{+" + in.Text + "+}")
		default:
			out.WriteString(in.Text)
		}
	}
	return out.String()
}

func TestWords(t *testing.T) {
	tests := []struct{ text, want string }{
		{"pays EUR 1,250,000.00, at once", "pays| |EUR 1,250,000.00|,| |at| |once"},
		{"US$231,884.06; KRW 960,000,000.", "US$231,884.06|;| |KRW 960,000,000|."},
		{"금 960,000,000원을 지급", "금 960,000,000원|을| |지급"},
		{"금960,000,000원정", "금960,000,000원정"},
		{"미화 231,884.06달러(USD 231,884.06)로", "미화 231,884.06달러|(|USD 231,884.06|)|로"},
		{"지분 60%로 하고 10 %는", "지분| |60%|로| |하고| |10 %|는"},
		{"60.00% of it, 5 percent", "60.00%| |of| |it|,| |5 percent"},
		{"by 31 December 2026 or July 1, 2024", "by| |31 December 2026| |or| |July 1, 2024"},
		{"2026년 12월 31일까지", "2026년 12월 31일|까지"},
		{"2024. 7. 1.~2026. 12. 31.", "2024. 7. 1.|~|2026. 12. 31."},
		{"under Section 12.2(a) and Exhibit B", "under| |Section 12.2(a)| |and| |Exhibit B"},
		{"제12조제2항제1호에 따라", "제12조제2항제1호|에| |따라"},
		{"제3조의2제1항제2호가목은 제3장", "제3조의2제1항제2호가목|은| |제3장"},
		{"제3자에게 별표 2의", "제|3|자에게| |별표 2|의"},
		{"고시 제2024-10호", "고시| |제2024-10호"},
		{"30일 이내", "30|일| |이내"},
		{"the party's non-exclusive licence", "the| |party's| |non-exclusive| |licence"},
		{"May the Party, in Part, act", "May| |the| |Party|,| |in| |Part|,| |act"},
	}
	for _, tt := range tests {
		var got []string
		for _, w := range words(text(tt.text)) {
			got = append(got, w.text)
		}
		if joined := strings.Join(got, "|"); joined != tt.want {
			t.Errorf("%q\ngot  %s\nwant %s", tt.text, joined, tt.want)
		}
	}
}

func TestRedline(t *testing.T) {
	tests := []struct{ old, new, want string }{
		{"The same.", "The same.", "The same."},
		{"pays EUR 1,250,000.00 at once", "pays EUR 1,000,000.00 at once", "pays [-EUR 1,250,000.00-]{+EUR 1,000,000.00+} at once"},
		{"by 31 December 2026.", "by 30 June 2027.", "by [-31 December 2026-]{+30 June 2027+}."},
		{"지분은 60%로 한다", "지분은 50%로 한다", "지분은 [-60%-]{+50%+}로 한다"},
		{"제12조제2항에 따라", "제13조제2항에 따라", "[-제12조제2항-]{+제13조제2항+}에 따라"},
		{"shall not sell it", "may sell it", "[-shall not-]{+may+} sell it"},
		{"a quick red fox", "a slow of dogs", "a [-quick red fox-]{+slow of dogs+}"}, // the spaces are no islands
		{"pays EUR 5 to him", "gives EUR 5 for her", "[-pays-]{+gives+} EUR 5 [-to him-]{+for her+}"},
		{"", "All new.", "{+All new.+}"},
		{"All gone.", "", "[-All gone.-]"},
	}
	for _, tt := range tests {
		if got := shown(Redline(text(tt.old), text(tt.new))); got != tt.want {
			t.Errorf("%q to %q\ngot  %s\nwant %s", tt.old, tt.new, got, tt.want)
		}
	}
}

// What a typed value prints is one word, and a change of look is a change.
func TestRedlineOfTypedRuns(t *testing.T) {
	old := []doc.Inline{{Text: "pays "}, {Kind: doc.CountInline, Text: "thirty (30) days", Value: "30 day"}, {Text: " later"}}
	new := []doc.Inline{{Text: "pays "}, {Kind: doc.CountInline, Text: "sixty (60) days", Value: "60 day"}, {Text: " later", Strong: true}}
	got := Redline(old, new)
	if shown(got) != "pays [-thirty (30) days-][- later-]{+sixty (60) days+}{+ later+}" {
		t.Errorf("got %s", shown(got))
	}
	if i := slices.IndexFunc(got, func(in doc.Inline) bool { return in.Value == "60 day" }); i < 0 || got[i].Change != doc.Inserted {
		t.Errorf("the value is lost in %+v", got)
	}
}

// pieces are what random texts are made of.
var pieces = []string{
	"EUR 1,250,000.00", "KRW 960,000,000", "금 960,000,000원", "10%", "33.50%", "31 December 2026", "2026년 12월 31일",
	"Section 12.2(a)", "제12조제2항제1호", "the", "Party", "shall", "not", "pay", "within", "성과를", "주관기관은", "로", "으로", ",", ".", "(", ")", " ", " ", " ", "a",
}

func randomText(r *rand.Rand) []doc.Inline {
	var out []doc.Inline
	for range r.IntN(40) {
		in := doc.Inline{Text: pieces[r.IntN(len(pieces))], Strong: r.IntN(12) == 0}
		switch r.IntN(16) {
		case 0:
			in = doc.Inline{Kind: doc.LineBreak}
		case 1:
			in.Kind = doc.TermInline
		case 2:
			in.Kind, in.Target = doc.LinkInline, "https://example.org/"
		}
		out = append(out, in)
	}
	return out
}

func edited(r *rand.Rand, text []doc.Inline) []doc.Inline {
	out := slices.Clone(text)
	for range r.IntN(6) {
		at := r.IntN(len(out) + 1)
		to := min(len(out), at+r.IntN(4))
		out = slices.Concat(out[:at], randomText(r)[:0], some(randomText(r), r.IntN(4)), out[to:])
	}
	return out
}

func some(text []doc.Inline, n int) []doc.Inline { return text[:min(n, len(text))] }

// faces is all that a reader sees of a text, letter by letter.
func faces(text []doc.Inline) []face {
	var out []face
	for _, in := range text {
		if in.Kind == doc.LineBreak {
			out = append(out, faceOf(in))
			continue
		}
		for _, r := range in.Text {
			letter := in
			letter.Text = string(r)
			out = append(out, faceOf(letter))
		}
	}
	return out
}

// Whatever two texts are, the redline accepted is the new one and the redline
// rejected is the old one, to the letter.
func TestAcceptIsNewRejectIsOld(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		old := randomText(r)
		new := edited(r, old)
		if r.IntN(5) == 0 {
			new = randomText(r)
		}
		redline := Redline(old, new)
		if got := faces(Accept(redline)); !slices.Equal(got, faces(new)) {
			t.Fatalf("%v\nto %v\naccepted is %v", old, new, Accept(redline))
		}
		if got := faces(Reject(redline)); !slices.Equal(got, faces(old)) {
			t.Fatalf("%v\nto %v\nrejected is %v", old, new, Reject(redline))
		}
		if (len(redline) > 0 && Changed(redline)) == slices.Equal(faces(old), faces(new)) {
			t.Fatalf("%v\nto %v\nredline %s", old, new, shown(redline))
		}
	}
}

// A figure is never taken apart: it stands whole in one run of the redline.
func TestFiguresStayWhole(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	figures := pieces[:9]
	for range 3000 {
		a, b := figures[r.IntN(9)], figures[r.IntN(9)]
		before, after := randomText(r), randomText(r)
		old := slices.Concat(before, text(" "+a+" "), after)
		new := slices.Concat(edited(r, before), text(" "+b+" "), edited(r, after))
		redline := Redline(old, new)
		for _, figure := range []string{a, b} {
			if !slices.ContainsFunc(redline, func(in doc.Inline) bool { return strings.Contains(in.Text, figure) }) {
				t.Fatalf("%s is taken apart in %s", figure, shown(redline))
			}
		}
	}
}

// Two texts that share nothing are compared within bounds.
func TestRedlineOfLongTexts(t *testing.T) {
	old, new := text(strings.Repeat("alpha ", 20000)+"one"), text(strings.Repeat("beta-", 20000)+"two "+strings.Repeat("gamma. ", 20000))
	redline := Redline(old, new)
	if !slices.Equal(faces(Accept(redline)), faces(new)) || !slices.Equal(faces(Reject(redline)), faces(old)) {
		t.Error("the texts are not those that were compared")
	}
}

func BenchmarkRedline(b *testing.B) {
	r := rand.New(rand.NewPCG(5, 6))
	var old []doc.Inline
	for len(old) < 400 {
		old = append(old, randomText(r)...)
	}
	new := edited(r, old)
	for b.Loop() {
		Redline(old, new)
	}
}
