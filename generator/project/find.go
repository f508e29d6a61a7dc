package project

// Party returns the party with the id, or nil.
func (p *Project) Party(id string) *Party {
	for i := range p.Parties {
		if p.Parties[i].ID == id {
			return &p.Parties[i]
		}
	}
	return nil
}

// PartyIDs returns the ids of all parties in order.
func (p *Project) PartyIDs() []string {
	ids := make([]string, len(p.Parties))
	for i, party := range p.Parties {
		ids[i] = party.ID
	}
	return ids
}

// Lead returns the lead R&D institution, or nil.
func (p *Project) Lead() *Party {
	for i := range p.Parties {
		if p.Parties[i].Role == Lead {
			return &p.Parties[i]
		}
	}
	return nil
}

// Overseas returns the institutions abroad in order.
func (p *Project) Overseas() []*Party {
	var out []*Party
	for i := range p.Parties {
		if p.Parties[i].Role.IsForeign() {
			out = append(out, &p.Parties[i])
		}
	}
	return out
}

// Phase returns the index of a phase, or -1.
func (p *Project) Phase(id string) int {
	for i, phase := range p.Phases {
		if phase.ID == id {
			return i
		}
	}
	return -1
}

// PhaseIDs returns the ids of all phases in order.
func (p *Project) PhaseIDs() []string {
	ids := make([]string, len(p.Phases))
	for i, phase := range p.Phases {
		ids[i] = phase.ID
	}
	return ids
}

// Letter returns the letter with the id, or nil.
func (p *Project) Letter(id string) *Letter {
	for i := range p.Letters {
		if p.Letters[i].ID == id {
			return &p.Letters[i]
		}
	}
	return nil
}

// Agreement returns the contract with the id, or nil.
func (p *Project) Agreement(id string) *Agreement {
	for i := range p.Agreements {
		if p.Agreements[i].ID == id {
			return &p.Agreements[i]
		}
	}
	return nil
}

// Payment returns the payment with the id, or nil.
func (p *Project) Payment(id string) *Payment {
	for i := range p.Budget.Payments {
		if p.Budget.Payments[i].ID == id {
			return &p.Budget.Payments[i]
		}
	}
	return nil
}

// ReceivedFor returns the files received for a letter, an agreement or a kind
// of evidence.
func (p *Project) ReceivedFor(id string) []Received {
	var out []Received
	for _, r := range p.Received {
		if r.For == id {
			out = append(out, r)
		}
	}
	return out
}

// Proof returns the proof of excellence with the id, or nil.
func (p *Project) Proof(id string) *Excellence {
	for i := range p.Evidence.Excellence {
		if p.Evidence.Excellence[i].ID == id {
			return &p.Evidence.Excellence[i]
		}
	}
	return nil
}

// PI returns the principal investigator of the party, or nil.
func (p *Party) PI() *Person {
	for i := range p.People {
		if p.People[i].Role == "pi" || p.People[i].Role == "co_pi" {
			return &p.People[i]
		}
	}
	return nil
}

// Person returns the person of the party with the id, or nil.
func (p *Party) Person(id string) *Person {
	for i := range p.People {
		if p.People[i].ID == id && id != "" {
			return &p.People[i]
		}
	}
	return nil
}

// Result returns the result with the id, or nil.
func (p *Project) Result(id string) *Result {
	for i := range p.Results {
		if p.Results[i].ID == id {
			return &p.Results[i]
		}
	}
	return nil
}

// ResultIDs returns the ids of all results in order.
func (p *Project) ResultIDs() []string {
	ids := make([]string, len(p.Results))
	for i, r := range p.Results {
		ids[i] = r.ID
	}
	return ids
}

// Somebody returns the person of any party with the id, or nil.
func (p *Project) Somebody(id string) *Person {
	for i := range p.Parties {
		if person := p.Parties[i].Person(id); person != nil {
			return person
		}
	}
	return nil
}

// PersonIDs returns the ids of the people of all parties in order.
func (p *Project) PersonIDs() []string {
	var ids []string
	for _, party := range p.Parties {
		for _, person := range party.People {
			ids = append(ids, person.ID)
		}
	}
	return ids
}
