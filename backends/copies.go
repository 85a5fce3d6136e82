package backends

import "context"

// Copies is implemented by backends that can copy all they hold to another place, and take over what is at one. A place is a file on
// SQLite, a schema on Postgres.
type Copies interface {
	// SaveCopy puts everything, as it is at one moment, at a place where nothing is. Requests go on meanwhile. After an error nothing is
	// there.
	SaveCopy(ctx context.Context, to string) error
	// LoadCopy replaces everything by a copy of what is at a place, which stays as it is, or by nothing: all of it or, after an error,
	// none. ARNs name the identity then. Requests go on meanwhile; a definition that anybody has read before is stale afterwards, on every
	// server.
	LoadCopy(ctx context.Context, from Place, as Identity) error
}

// Place is where a copy is taken from.
type Place struct {
	Name string // empty for nothing at all
	// InUse is set where somebody may write meanwhile: then the copy is of one moment.
	InUse bool
}

// Identity is what ARNs say of whom a table belongs to.
type Identity struct{ Region, Account string }

// AsCopies gives the Copies of a backend that has them.
func AsCopies(b Backend) (Copies, bool) {
	c, ok := unwrapped(b).(Copies)
	return c, ok
}

// Schemas is implemented by backends that have more than one schema in a database.
type Schemas interface {
	// ListSchemas gives the schemas whose names begin so, in their order.
	ListSchemas(ctx context.Context, prefix string) ([]NamedSchema, error)
	// NoteSchema writes a note on a schema.
	NoteSchema(ctx context.Context, name, note string) error
	// DropSchema removes a schema with all that is in it. It is no error if there is none.
	DropSchema(ctx context.Context, name string) error
	// HasTable tells whether there is a table of that name in a schema.
	HasTable(ctx context.Context, schema, table string) (bool, error)
}

// NamedSchema is a schema, with the note that somebody wrote on it.
type NamedSchema struct{ Name, Note string }

// AsSchemas gives the Schemas of a backend that has them.
func AsSchemas(b Backend) (Schemas, bool) {
	s, ok := unwrapped(b).(Schemas)
	return s, ok
}

// unwrapped is the backend behind all that is around it.
func unwrapped(b Backend) Backend {
	for {
		around, wrapped := b.(interface{ Unwrap() Backend })
		if !wrapped {
			return b
		}
		b = around.Unwrap()
	}
}
