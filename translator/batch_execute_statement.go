package translator

import (
	"slices"

	"github.com/ddbsql/ddbsql/grammar"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// BatchExecuteStatement is a BatchExecuteStatement of which all is known but the tables.
type BatchExecuteStatement struct {
	// Members stand in the order of the request.
	Members []BatchMember
}

// BatchMember is one statement of a batch.
type BatchMember struct {
	Read  *Select         // nil for a write
	Write *StatementWrite // nil for a read
	// Refused says what is wrong with this statement alone; it has neither Read nor Write then.
	Refused *apierr.Error
	// Consistent is set for a strongly consistent read.
	Consistent bool
}

// Table is the table that the statement names; empty when it could not be read.
func (m *BatchMember) Table() string {
	switch {
	case m.Read != nil:
		return m.Read.Table()
	case m.Write != nil:
		return m.Write.Table()
	}
	return ""
}

// PrepareBatchExecuteStatement checks and binds what needs no tables. A statement that is wrong is refused alone; statements that read
// and others that write refuse the batch.
func PrepareBatchExecuteStatement(in *api.BatchExecuteStatementInput, exprs *grammar.Cache) (*BatchExecuteStatement, *apierr.Error) {
	p := &BatchExecuteStatement{Members: make([]BatchMember, len(in.Statements))}
	reads, writes := false, false
	for i, request := range in.Statements {
		m := &p.Members[i]
		m.Consistent = request.ConsistentRead != nil && *request.ConsistentRead
		statement, err := prepareStatement(request.Statement, request.Parameters, request.ReturnValuesOnConditionCheckFailure, exprs)
		if err != nil {
			m.Refused = err
			continue
		}
		switch statement := statement.(type) {
		case *Select:
			m.Read, reads = statement, true
		case *StatementWrite:
			if m.Refused = statement.wantAlone(); m.Refused == nil {
				m.Write, writes = statement, true
			}
		}
	}
	if reads && writes {
		return nil, apierr.Invalid("Read and write requests together in the same batch is not supported.")
	}
	return p, nil
}

// Batch is a batch as planned: reads or writes. Members says which member each read or write is.
type Batch struct {
	Get     *plan.Get
	Write   *plan.Write
	Members []int
	// Refused are what is wrong with single members, by member. Of says of which table the refusal tells, if it does.
	Refused []*apierr.Error
	Of      []*catalog.Table
}

// Plan plans the batch. Tables are aligned with the members; nil where there is none, which is not Plan's matter. Two members that name
// the same item refuse the batch.
func (p *BatchExecuteStatement) Plan(tables []*catalog.Table) (*Batch, *apierr.Error) {
	b := &Batch{Get: &plan.Get{}, Write: &plan.Write{}, Refused: make([]*apierr.Error, len(p.Members)), Of: make([]*catalog.Table, len(p.Members))}
	seen := map[int64]rowSet{}
	for i := range p.Members {
		m, t := &p.Members[i], tables[i]
		b.Refused[i] = m.Refused
		if m.Refused != nil || t == nil {
			continue
		}
		key, ok := b.add(i, m, t)
		if !ok {
			continue
		}
		if seen[t.ID] == nil {
			seen[t.ID] = rowSet{}
		}
		if err := seen[t.ID].add(key); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// add plans a member, or notes why it cannot be.
func (b *Batch) add(i int, m *BatchMember, t *catalog.Table) (key catalog.Key, ok bool) {
	if m.Read != nil {
		read, err := m.Read.readOne(t)
		if err != nil {
			b.Refused[i] = err
			return key, false
		}
		b.Get.Reads, b.Members = append(b.Get.Reads, read), append(b.Members, i)
		return read.Key, true
	}
	w, of, err := m.Write.planAlone(t)
	if err != nil {
		if b.Refused[i] = err; of {
			b.Of[i] = t
		}
		return key, false
	}
	b.Write.Items, b.Members = append(b.Write.Items, w), append(b.Members, i)
	return w.Key, true
}

var errNotOneOfBatch = apierr.Invalid("Select statements within BatchExecuteStatement must specify the primary key in the where clause.")

// readOne plans the read of the one item that a SELECT of a batch names.
func (p *Select) readOne(t *catalog.Table) (plan.Read, *apierr.Error) {
	key, err := p.item(t, errNotOneOfBatch)
	if err != nil {
		return plan.Read{}, err
	}
	if err := wantKeyKinds(key); err != nil {
		return plan.Read{}, err
	}
	if err := wantNamedKey(t, key); err != nil {
		return plan.Read{}, err
	}
	row, err := requestKey(t, key)
	return plan.Read{Table: t, Key: row}, err
}

// Tables are the names of the tables that the statements name, each once.
func (p *BatchExecuteStatement) Tables() []string {
	var names []string
	for i := range p.Members {
		if name := p.Members[i].Table(); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}
