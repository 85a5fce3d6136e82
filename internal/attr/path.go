package attr

// Path is a document path: its first step names a top-level attribute.
type Path []Step

// Step is a member name, or a list index when IsIndex is set.
type Step struct {
	Name    string
	Index   int
	IsIndex bool
}
