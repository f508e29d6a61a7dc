package money

// koreanForm is how Korean contracts write amounts of a currency: 미화 1.05달러,
// in words 일달러오센트. Without a word for the minor unit it is read as decimals.
type koreanForm struct{ prefix, unit, minor string }

// koreanForms holds the currencies whose Korean form is settled. Others are
// written with their code, which cannot be misread.
var koreanForms = map[string]koreanForm{
	"KRW": {"", "원", ""},
	"USD": {"미화", "달러", "센트"},
	"JPY": {"일본화", "엔", ""},
	"EUR": {"유로화", "유로", "센트"},
	"GBP": {"영국화", "파운드", "펜스"},
	"CAD": {"캐나다화", "달러", "센트"},
	"AUD": {"호주화", "달러", "센트"},
	"NZD": {"뉴질랜드화", "달러", "센트"},
	"SGD": {"싱가포르화", "달러", "센트"},
	"HKD": {"홍콩화", "달러", "센트"},
	"TWD": {"대만화", "달러", ""},
	"CNY": {"중국화", "위안", ""},
	"BRL": {"브라질화", "헤알", ""},
	"INR": {"인도화", "루피", ""},
	"SEK": {"스웨덴화", "크로나", ""},
	"DKK": {"덴마크화", "크로네", ""},
	"NOK": {"노르웨이화", "크로네", ""},
	"ILS": {"이스라엘화", "셰켈", ""},
	"MXN": {"멕시코화", "페소", ""},
	"VND": {"베트남화", "동", ""},
	"THB": {"태국화", "밧", ""},
	"IDR": {"인도네시아화", "루피아", ""},
	"CZK": {"체코화", "코루나", ""},
	"PLN": {"폴란드화", "즈워티", ""},
	"HUF": {"헝가리화", "포린트", ""},
}
