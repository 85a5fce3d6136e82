package attr

// nameCache gives names that were seen lately again, so that they are not allocated for each item of a table anew.
type nameCache [64]string

// keepNames is how many bytes the new names of an item may have together to be kept: a name keeps all of their memory.
const keepNames = 512

// slot is where a name stands, if it is there. Names of one table tend to differ in their length and at their end.
func (c *nameCache) slot(size int, first, last byte) *string {
	return &c[(size*7+int(first)*3+int(last))%len(c)]
}

// find gives the name of that text, "" if it is not there.
func (c *nameCache) find(text []byte) string {
	if len(text) == 0 {
		return ""
	}
	if name := *c.slot(len(text), text[0], text[len(text)-1]); name == string(text) {
		return name
	}
	return ""
}

// add puts a name in the place of another.
func (c *nameCache) add(name string) {
	if name != "" {
		*c.slot(len(name), name[0], name[len(name)-1]) = name
	}
}
