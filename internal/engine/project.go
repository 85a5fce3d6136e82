package engine

import (
	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
)

// project is the part of a stored document that a projection wants, in the memory of docs; a nil projection wants all of it.
func project(docs *backends.Arena, doc []byte, p *attr.Projection) []byte {
	if p == nil {
		return doc
	}
	return docs.Keep(attr.ProjectDoc(docs.Room(len(doc)+len("{}")), doc, p))
}

// pickedSize is room for most keys.
const pickedSize = 128

// pick is the part of a stored document made of whole top-level attributes, as in keys.
func pick(doc []byte, names []string) []byte {
	return attr.PickDoc(make([]byte, 0, pickedSize), doc, names)
}

// fragment is a projection for answers that leave out what matched nothing.
func fragment(doc []byte, p *attr.Projection) []byte {
	if doc == nil {
		return nil
	}
	part := project(nil, doc, p)
	if string(part) == "{}" {
		return nil
	}
	return part
}
