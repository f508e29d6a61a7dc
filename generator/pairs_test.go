package generator_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"pactwright/generator"
	"pactwright/generator/diag"
	"pactwright/generator/library"
	"pactwright/templates"
)

// filling is one way of filling one article.
type filling struct {
	code   string // the option, or the option with the value of one coded choice
	slot   string
	params node
}

// TestPairs makes some contracts of random choices.
func TestPairs(t *testing.T) {
	t.Parallel()
	makePairs(t, 25)
}

// makePairs makes so many contracts of random choices, or with 0 as many as it takes
// until every way of filling an article has stood beside every other one. A pair is
// either made, with no dangling reference, no undefined or unused term and equal
// texts in both languages, or refused by a rule of contracts; nothing else may
// happen.
func makePairs(t *testing.T, most int) {
	t.Helper()
	p := newPairs(t)
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for {
				a, b, left := p.next()
				if !left || most > 0 && p.made() >= most {
					return
				}
				p.try(t, a, b)
			}
		})
	}
	wg.Wait()
	made, refused := 0, 0
	for _, state := range p.state {
		if state == pairMade {
			made++
		} else {
			refused++
		}
	}
	total := p.total()
	t.Logf("%d ways of filling %d articles; of %d pairs %d made in %d contracts, %d refused", len(p.all), len(p.slots), total, made, p.contracts, refused)
	if most == 0 && made+refused != total {
		t.Errorf("%d pairs were not reached", total-made-refused)
	}
}

type pairState int

const (
	pairMade pairState = iota + 1
	pairRefused
)

type pairs struct {
	sync.Mutex
	random    *rand.Rand
	slots     []string
	all       []filling
	bySlot    map[string][]int
	state     map[[2]int]pairState
	order     [][2]int
	at        int
	contracts int
}

func newPairs(t *testing.T) *pairs {
	t.Helper()
	layers := library.Layers{{Name: "built in", FS: templates.Files}}
	slots, err := layers.Slots()
	if err != nil {
		t.Fatal(err)
	}
	typ, _, err := layers.Document("agreement")
	if err != nil {
		t.Fatal(err)
	}
	p := &pairs{random: rand.New(rand.NewPCG(2024, 52)), slots: slots, bySlot: map[string][]int{}, state: map[[2]int]pairState{}}
	for _, slot := range slots {
		if strings.HasPrefix(slot, "exhibit-") && typ.Condition(slot) == "needed" {
			continue // comes along with the article that names it
		}
		options, _, err := layers.Options(slot)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range options {
			if o.Head.Announced != "" || o.Head.When != "" && o.Head.When != "funded" && o.Head.When != "signed_en" {
				continue // stands in contracts of another kind, which TestOptions makes
			}
			p.add(o)
		}
	}
	for i := range p.all {
		for j := i + 1; j < len(p.all); j++ {
			if p.all[i].slot != p.all[j].slot {
				p.order = append(p.order, [2]int{i, j})
			}
		}
	}
	p.random.Shuffle(len(p.order), func(i, j int) { p.order[i], p.order[j] = p.order[j], p.order[i] })
	return p
}

// add takes in an option as it is, or once for each value of its coded choices.
func (p *pairs) add(o *library.Option) {
	ways := choices(o)
	for _, c := range ways {
		if c.name != o.Name && !coded(o, c) {
			continue
		}
		p.bySlot[o.Slot] = append(p.bySlot[o.Slot], len(p.all))
		p.all = append(p.all, filling{code: o.Slot + "/" + c.name, slot: o.Slot, params: c.params})
	}
}

// coded reports whether a way of filling an option has a code in the catalogue.
func coded(o *library.Option, c choice) bool {
	for _, param := range o.Head.Params {
		for _, x := range param.Choices {
			if x.Code != "" && strings.HasSuffix(c.name, "/"+param.Name+"="+x.Value) {
				return true
			}
		}
	}
	return false
}

func (p *pairs) total() int { return len(p.order) }

// next returns a pair that has not been reached.
func (p *pairs) next() (a, b int, left bool) {
	p.Lock()
	defer p.Unlock()
	for p.at < len(p.order) {
		pair := p.order[p.at]
		p.at++
		if p.state[pair] == 0 {
			return pair[0], pair[1], true
		}
	}
	return 0, 0, false
}

func (p *pairs) made() int {
	p.Lock()
	defer p.Unlock()
	return p.contracts
}

func (p *pairs) mark(chosen []int, s pairState) {
	p.Lock()
	defer p.Unlock()
	for _, pair := range couples(chosen) {
		p.state[pair] = s
	}
}

// try makes a contract with a pair and random choices beside it. If a rule
// refuses it, the pair is tried by itself, so that only what cannot stand
// together counts as refused.
func (p *pairs) try(t *testing.T, a, b int) {
	t.Helper()
	for round := range 4 {
		chosen := p.choose(a, b, round)
		if p.make(t, chosen) {
			p.mark(chosen, pairMade)
			return
		}
	}
	p.mark([]int{a, b}, pairRefused)
}

// choose picks a way of filling for every article; later rounds leave more of
// them at their defaults.
func (p *pairs) choose(a, b, round int) []int {
	p.Lock()
	defer p.Unlock()
	chosen := []int{a, b}
	if round == 3 {
		return chosen
	}
	for _, slot := range p.slots {
		ways := p.bySlot[slot]
		if len(ways) == 0 || slot == p.all[a].slot || slot == p.all[b].slot || p.random.IntN(round+1) > 0 {
			continue
		}
		chosen = append(chosen, ways[p.random.IntN(len(ways))])
	}
	return chosen
}

func couples(chosen []int) [][2]int {
	var out [][2]int
	for i, a := range chosen {
		for _, b := range chosen[i+1:] {
			out = append(out, [2]int{min(a, b), max(a, b)})
		}
	}
	return out
}

// make makes one contract. It reports false if a rule of contracts refuses the
// choices; every other finding fails the test.
func (p *pairs) make(t *testing.T, chosen []int) bool {
	t.Helper()
	p.Lock()
	p.contracts++
	number := p.contracts
	p.Unlock()
	project := example(t, "two-party")
	delete(project, "letters")
	contract := list(project, "agreements")[0].(node)
	contract["texts"] = []any{"en", "ko"}
	clauses := node{"prosecution": node{"filing_lead": "KR1"}} // which has no default
	contract["clauses"] = clauses
	var codes []string
	for _, i := range chosen {
		clauses[p.all[i].slot] = p.all[i].params
		codes = append(codes, p.all[i].code)
	}
	if number%3 == 0 {
		thirdParty(project)
	}
	_, found, err := generator.Contracts(world(t, "two-party", project))
	if err != nil {
		t.Fatal(err)
	}
	found = slices.DeleteFunc(found, func(f diag.Finding) bool { return !about(f) || f.Severity != diag.Blocking })
	if slices.ContainsFunc(found, refuses) {
		return false // what else is found follows from that
	}
	for _, f := range found {
		t.Errorf("%s\n\t%s %s: %s", fmt.Sprint(codes), f.Code, f.Template, f.Message.EN)
	}
	return true
}

// refuses reports whether a finding says that choices cannot stand together.
func refuses(f diag.Finding) bool { return strings.HasPrefix(f.Code, "X-") || f.Code == "AGR-REQUIRES" }
