package apply

import (
	"sort"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// tree is an attribute that is changed inside. Until settle, list elements keep their old indexes: a removed one is
// nil, and one that was set beyond the end waits aside.
type tree struct {
	name  string
	root  *attr.Node
	lists []*attr.Node // with removed elements or with waiting ones
	late  []late
}

// late is an element set beyond the end of a list.
type late struct {
	list  *attr.Node
	index int
	node  *attr.Node
}

// tree gives the tree of an attribute that is there.
func (u *update) tree(name string) *tree {
	for i := range u.trees {
		if u.trees[i].name == name {
			return &u.trees[i]
		}
	}
	v, ok := get(u.attrs, name)
	if !ok {
		return nil
	}
	u.trees = append(u.trees, tree{name: name, root: attr.NodeOf(v)})
	return &u.trees[len(u.trees)-1]
}

// parent gives what holds the last step of a nested path, nil when nothing there can hold it.
func (u *update) parent(path plan.Path) *attr.Node {
	t := u.tree(path[0].Name)
	if t == nil {
		return nil
	}
	return t.parent(path[1:])
}

func (t *tree) parent(path plan.Path) *attr.Node {
	n, last := t.root, len(path)-1
	for _, step := range path[:last] {
		if n = child(n, step); n == nil {
			return nil
		}
	}
	if path[last].IsIndex && n.Type != attr.L || !path[last].IsIndex && n.Type != attr.M {
		return nil
	}
	return n
}

// child gives what a step leads to, nil when there is nothing.
func child(n *attr.Node, step plan.Step) *attr.Node {
	if step.IsIndex {
		if n.Type == attr.L && step.Index < len(n.List) {
			return n.List[step.Index]
		}
		return nil
	}
	if n.Type == attr.M {
		for i := range n.Map {
			if n.Map[i].Name == step.Name {
				return n.Map[i].Node
			}
		}
	}
	return nil
}

// put stores n at a path below the root, or removes what is there when n is nil.
func (t *tree) put(path plan.Path, n *attr.Node) {
	parent, step := t.parent(path), path[len(path)-1]
	if !step.IsIndex {
		putMember(parent, step.Name, n)
		return
	}
	switch {
	case step.Index >= len(parent.List):
		t.late = append(t.late, late{parent, step.Index, n})
	case n != nil:
		parent.List[step.Index] = n
	default:
		parent.List[step.Index] = nil
		t.lists = append(t.lists, parent)
	}
}

func putMember(parent *attr.Node, name string, n *attr.Node) {
	for i := range parent.Map {
		if parent.Map[i].Name != name {
			continue
		}
		if n == nil {
			parent.Map = append(parent.Map[:i], parent.Map[i+1:]...)
		} else {
			parent.Map[i].Node = n
		}
		return
	}
	if n != nil {
		parent.Map = append(parent.Map, attr.Field{Name: name, Node: n})
	}
}

// settle appends the waiting elements, by index, and closes the gaps of removed ones.
func (t *tree) settle() {
	sort.SliceStable(t.late, func(i, j int) bool { return t.late[i].index < t.late[j].index })
	for _, l := range t.late {
		l.list.List = append(l.list.List, l.node)
	}
	for _, list := range t.lists {
		kept := list.List[:0]
		for _, n := range list.List {
			if n != nil {
				kept = append(kept, n)
			}
		}
		list.List = kept
	}
}
