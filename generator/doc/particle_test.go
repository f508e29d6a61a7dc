package doc

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// particleCases are texts with the particle that follows them, by pair.
var particleCases = map[string]string{
	"을/를": `
		연구개발성과|를 계약|을 주관기관|을 대학교|를 서울|을 물|을 값|을 닭|을 ㄱ|을 ㅏ|를
		“성과”|를 “계약”|을 '값'|을 「국가연구개발혁신법」|을 『규정집』|을 《안내서》|를 〈별지〉|를
		한국과학기술원(KAIST)|을 예시대학교(EU)|를 갑(甲)|을 (주)|를 한빛(주)|를 ㈜|를 삼성㈜|를 예시(유)|를
		계약(이하 “본 계약”)|을 성과(成果)|를 표 (제1호)|를 목록 (가, 나)|를 금액[원]|을 （주）|를 (값)|을
		0|을 1|을 2|를 3|을 4|를 5|를 6|을 7|을 8|을 9|를 10|을 20|을 100|을 1000|을 1,000|을 10,000|을
		100,000,000|을 1,000,000,000,000|를 10,000,000,000,000,000|을 105|를 2024|를 3.14|를 0.5|를 1.0|을
		12|를 00|을 007|을
		960,000,000원|을 9억|을 5만|을 3조|를 231,884.06달러|를 US$231,884.06|를 $100|를 ₩1,000|을 €7|를 £7|를 ¥2|을
		USD 100|를 KRW 2|을 EUR 10|를 JPY 5|을 CHF 2|을 AKRW 2|를
		60%|를 5%p|를 3‰|을 25℃|를 25°C|를 10km|를 10 km|를 5kg|을 3m|를 2g|을 7kW|를 40GHz|를 8GB|를 2TB|를 3t|을 5h|을
		9L|를 12MPa|을 30㎡|를 4㎏|을 100ppm|을 12dB|을 3kcal|을
		2024. 7. 1.|을 2024. 7. 2.|을 2024. 7.|을 2024. 7. 1.~2026. 12. 31.|을 18:00|를 18:30|을
		제12조|를 제2항|을 제1호|를 가목|을 1)|을 가목2)|를 제3장|을 별표 1|을 별표 2|를 ③|을 ②|를 Ⅱ|를 Ⅲ|을`,
	"은/는": `
		KCAB|는 USD|는 KRW|는 MIT|는 KAIST|는 POSTECH|은 KISTEP|은 UNCITRAL|은 NASA|는 LNG|는 HTML|은 IBM|은 CERN|은 VR|은
		R|은 L|은 M|은 N|은 A|는 IoT|는 mRNA|는 Ph.D.|는 LG|는 AI|는 R&D|는 GPT-4|는 LiDAR|는
		Apple|은 Google|은 Team|은 System|은 Cornell|은 Stanford|는 Harvard|는 Princeton|은 Samsung|은 Planck|는 Block|은
		Robot|은 Internet|은 Test|는 Project|는 Lab|은 Web|은 Hub|는 Facebook|은 Group|은 Camp|는 Bank|는 Logic|은
		Time|은 Engine|은 Acme|는 Programme|은 File|은 Science|는 Software|는 Cloud|는 Institute|는 Technology|는
		Inc.|는 Acme, Inc.|는 Co., Ltd.|는 Corp.|은 LLC|는 GmbH|는 Café|는 Zürich|는 μm|은
		甲|은 乙|은 者|는 社|는 東京|은 さくら|는 ラーメン|은 α|는 ε|은`,
	"으로/로": `
		서울|로 부산|으로 대구|로 길|로 1|로 2|로 3|으로 7|로 8|로 10|으로 Apple|로 Team|으로 KAIST|로 HTML|로 VR|로
		제2조제1항|으로 제1호|로 60%|로 2024. 7. 1.|로 “물”|로 乙|로 싱가포르|로 홍콩|으로 영어|로 한국어|로 세 명|으로 3명|으로
		미국 달러|로 원|으로 일본 엔|으로 책임자|로 위원장|으로 주관기관|으로 30일|로 5년|으로 12개월|로 별표 1|로 별표 6|으로`,
	"로/으로":   `물|로 값|으로`,
	"으로서/로서": `주관기관|으로서 물|로서 참여자|로서`,
	"이/가": `
		주관기관|이 대학교|가 물|이 KCAB|가 3|이 2|가 SIAC|가 ICC|가 HKIAC|가 WIPO|가 대한상사중재원|이 제12조|가 제3항|이 제1호|가
		별표 4|가 영업일|이 30일|이 6개월|이 미화 231,884.06달러|가 960,000,000원|이 60.00%|가 연구책임자|가 전문기관|이 협약|이`,
	"가/이": `주관기관|이 대학교|가`,
	"와/과": `
		성과|와 계약|과 물|과 제1조|와 제2항|과 노스필드 의과대학|과 새벽병원|과 해외기관|과 국제공동연구개발비|와 US1|과 KR2|와
		잉글랜드 및 웨일스|와 미합중국 미네소타주|와 Example Institute|와 2026. 12. 31.|과 3명|과 제9조제2항|과`,
	"과/와": `성과|와 계약|과`,
	"이라/라": `
		“주관기관”|이라 “성과”|라 “물”|이라 “해외기관”|이라 “당사자”|라 “계약”|이라 “효력발생일”|이라 “노스필드 의과대학”|이라
		“Northfield”|라 “KAIST”|라 “SFUH”|라 “공동기관 1”|이라 “공동기관 2”|라`,
	"이란/란": `“성과”|란 “배경기술”|이란 “물”|이란`,
	"아/야":  `길동|아 영희|야 물|아`,
	"이나/나": `계약|이나 성과|나 물|이나`,
	"이며/며": `계약|이며 성과|며`,
	"이고/고": `계약|이고 성과|고 물|이고`,
}

func TestParticle(t *testing.T) {
	count := 0
	for pair, list := range particleCases {
		for _, c := range splitCases(list) {
			before, want, _ := strings.Cut(c, "|")
			count++
			if got := Particle(before, pair); got != want {
				t.Errorf("%s %s: got %s, want %s", before, pair, got, want)
			}
		}
	}
	if count < 300 {
		t.Errorf("only %d cases", count)
	}
}

// splitCases cuts a list after each "|particle". The texts may hold spaces.
func splitCases(list string) []string {
	var out []string
	text := ""
	for _, word := range strings.Fields(list) {
		text = strings.TrimSpace(text + " " + word)
		if strings.Contains(word, "|") {
			out = append(out, text)
			text = ""
		}
	}
	return out
}

func TestParticleUnknown(t *testing.T) {
	tests := []struct{ before, pair, want string }{
		{"", "을/를", "을(를)"},
		{"…", "은/는", "은(는)"},
		{"[…]", "이/가", "이(가)"},
		{"龘", "으로/로", "(으)로"},
		{"”", "이란/란", "(이)란"},
		{"ɦ", "이/가", "이(가)"},
		{"값", "을/은", "을/은"},
		{"값", "", ""},
		{"값", "를", "를"},
		{"값", "/", "/"},
	}
	for _, test := range tests {
		if got := Particle(test.before, test.pair); got != test.want {
			t.Errorf("Particle(%q, %q) = %q, want %q", test.before, test.pair, got, test.want)
		}
	}
}

func TestHanjaSoundsAreGivenOnce(t *testing.T) {
	given := 0
	for _, l := range hanjaLists {
		given += utf8.RuneCountInString(l.items)
	}
	if given != len(hanjaSounds) {
		t.Errorf("%d Hanja are listed, %d are different", given, len(hanjaSounds))
	}
}

func FuzzParticle(f *testing.F) {
	f.Add("한국과학기술원(KAIST)", "을/를")
	f.Add("((((", "으로/로")
	f.Add("$", "이/가")
	f.Fuzz(func(t *testing.T, before, pair string) { Particle(before, pair) })
}
