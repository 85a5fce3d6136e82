package engine

import "github.com/ddbsql/ddbsql/internal/attr"

// project is the part of a stored document that a projection wants; a nil projection wants all of it.
func project(doc []byte, p *attr.Projection) ([]byte, error) {
	if p == nil {
		return doc, nil
	}
	it, err := attr.ParseItem(doc)
	if err != nil {
		return nil, err
	}
	return attr.Project(nil, &it, p), nil
}

// pick is the part of a stored document made of whole top-level attributes, as in keys.
func pick(doc []byte, names []string) ([]byte, error) {
	paths := make([]attr.Path, len(names))
	for i, n := range names {
		paths[i] = attr.Path{{Name: n}}
	}
	return project(doc, attr.NewProjection(paths))
}

// fragment is a projection for answers that leave out what matched nothing.
func fragment(doc []byte, p *attr.Projection) ([]byte, error) {
	if doc == nil {
		return nil, nil
	}
	part, err := project(doc, p)
	if err != nil || string(part) == "{}" {
		return nil, err
	}
	return part, nil
}
