package api

import (
	"strings"
	"sync"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/wire"
)

// Operation is one operation of the service's model.
type Operation struct {
	Name string // PutItem
	// Prefix is what stands before the name in X-Amz-Target: DynamoDB_20120810 or DynamoDBStreams_20120810.
	Prefix string
	// Served says whether this server answers it; the others are unknown operations to clients.
	Served bool

	newInput func() Input // nil unless it is served
	rules    rules
}

// Operations are all operations of the model by name.
var Operations = operations()

func operations() map[string]*Operation {
	all := make(map[string]*Operation, len(modelOperations))
	for i := range modelOperations {
		op := &modelOperations[i]
		op.rules = rulesOf(op.Name)
		op.newInput, op.Served = inputs[op.Name]
		all[op.Name] = op
	}
	return all
}

// Served are the operations that this server answers.
func Served() []*Operation {
	var served []*Operation
	for _, op := range Operations {
		if op.Served {
			served = append(served, op)
		}
	}
	return served
}

// Target returns the operation that an X-Amz-Target header names, served or not; nil when there is none.
func Target(header string) *Operation {
	prefix, name, ok := strings.Cut(header, ".")
	if op := Operations[name]; ok && op != nil && op.Prefix == prefix {
		return op
	}
	return nil
}

// Decode reads a request body as the operation's input and refuses what needs neither expressions nor the table to be
// refused: SerializationException for what is no request of this shape, ValidationException for the rest. An operation that is not served
// is unknown.
func Decode(op *Operation, body []byte) (Input, *apierr.Error) {
	if op.newInput == nil {
		return nil, apierr.New(apierr.UnknownOperation, "")
	}
	r := readers.Get().(*reader)
	defer r.release()
	r.scanner.Init(body)
	r.decoder = decoder{s: &r.scanner, body: body}
	in := op.newInput()
	r.decoder.input(in)
	if err := r.decoder.failure(); err != nil {
		return nil, err
	}
	l := op.layer()
	if err := checkMembers(op, l, in, &r.checker); err != nil {
		return nil, err
	}
	if r, ok := in.(requestRules); ok {
		if err := r.request(l); err != nil {
			return nil, err
		}
	}
	return in, nil
}

// reader is what reading a request needs and nothing of its input refers to. Readers are used again and again.
type reader struct {
	scanner wire.Scanner
	decoder decoder
	checker checker
}

var readers = sync.Pool{New: func() any { return new(reader) }}

// release forgets the request, but for the room of the checker's path, which is as deep as the model.
func (r *reader) release() {
	path := r.checker.path[:0]
	clear(path[:cap(path)])
	*r = reader{checker: checker{path: path}}
	readers.Put(r)
}

// requestRules is what an input is refused for although every member is well formed.
type requestRules interface {
	request(l layer) *apierr.Error
}
