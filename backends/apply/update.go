// Package apply carries out the actions of an update on an item in memory.
//
// Both databases hand it the old item they hold locked and store what it gives back, so that arithmetic, lists and sets
// are exact and the same everywhere. It works on documents: an attribute that no action touches is copied as text, and
// only an attribute that is changed inside becomes a tree.
package apply

import (
	"fmt"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Update gives the item after the actions of w. A nil old is an item that does not exist: one is made of w.KeyAttrs,
// unless all that is asked for is to remove, then there is none afterwards either (nil, nil). All actions read the old
// item; a Refusal says why the data does not allow them.
func Update(w *plan.ItemWrite, old *attr.Item) (*attr.Item, *backends.Refusal) {
	u := update{missing: old == nil}
	if u.missing {
		if len(w.Actions) > 0 && clears(w.Actions) {
			return nil, nil
		}
		u.attrs = w.KeyAttrs
	} else {
		u.attrs = old.Attrs
	}
	for i := range w.Actions {
		if !u.reaches(&w.Actions[i]) {
			return nil, refuse(backends.RefusedPath)
		}
	}
	for i := range w.Actions {
		if refusal := u.act(&w.Actions[i]); refusal != nil {
			return nil, refusal
		}
	}
	u.settle()
	it := itemOf(u.changed)
	if refusal := u.check(w.Table, it); refusal != nil {
		return nil, refusal
	}
	return it, nil
}

// Touched are the paths of an update, as UPDATED_OLD and UPDATED_NEW project the images by them. A path means the same
// place in both images: what moved there after a REMOVE from a list is in the new image, and an element that SET
// appended at an index beyond the list is in neither, as the service has it.
func Touched(actions []plan.Action) []attr.Path {
	paths := make([]attr.Path, len(actions))
	for i := range actions {
		paths[i] = actions[i].Path
	}
	return paths
}

// update is the state of one Update.
type update struct {
	missing bool        // there is no old item
	attrs   []attr.Attr // of the old item; never changed
	changed []attr.Attr // of the new one; nil until the first change
	trees   []tree      // attributes that are changed inside
}

func refuse(code backends.RefusalCode, detail ...string) *backends.Refusal {
	return &backends.Refusal{Code: code, Detail: detail}
}

// clears says whether the actions only take away.
func clears(actions []plan.Action) bool {
	for i := range actions {
		if v := actions[i].Verb; !v.Clears() {
			return false
		}
	}
	return true
}

// reaches says whether the place an action names can be there: its parent is a map for a name, a list for an index. On an
// item that does not exist there is nothing to take away anywhere, which the service lets pass.
func (u *update) reaches(a *plan.Action) bool {
	if len(a.Path) == 1 {
		return true
	}
	if u.missing && a.Verb.Clears() {
		return true
	}
	return u.parent(a.Path) != nil
}

// act carries out one action.
func (u *update) act(a *plan.Action) *backends.Refusal {
	current, there := u.read(a.Path)
	var v attr.Value
	var refusal *backends.Refusal
	switch a.Verb {
	case plan.SetValue:
		v, refusal = u.eval(a.Value)
	case plan.AddValue, plan.LegacyAdd:
		v, refusal = u.eval(a.Value)
		if refusal == nil && there {
			v, refusal = add(a.Verb, current, v)
		}
	case plan.DeleteFrom, plan.LegacyDelete:
		if !there {
			return nil
		}
		if v, refusal = u.eval(a.Value); refusal == nil {
			v, refusal = subtract(a.Verb, current, v)
		}
	case plan.Remove:
		if !there {
			return nil
		}
	default:
		panic(fmt.Sprintf("apply: unknown verb %d", a.Verb))
	}
	if refusal != nil {
		return refusal
	}
	u.put(a.Path, v)
	return nil
}

// read gives the value at a path of the old item.
func (u *update) read(path plan.Path) (attr.Value, bool) {
	v, ok := get(u.attrs, path[0].Name)
	if !ok || len(path) == 1 {
		return v, ok
	}
	n := attr.NodeOf(v)
	for _, step := range path[1:] {
		if n = child(n, step); n == nil {
			return attr.Value{}, false
		}
	}
	return n.Value(), true
}

// put stores the new value of a path, or removes what is there when v has no type.
func (u *update) put(path plan.Path, v attr.Value) {
	if len(path) == 1 {
		u.replace(path[0].Name, v)
		return
	}
	var n *attr.Node
	if v.Type != attr.Invalid {
		n = attr.NodeOf(v)
	}
	u.tree(path[0].Name).put(path[1:], n)
}

// replace stores a top-level attribute, or removes it when v has no type.
func (u *update) replace(name string, v attr.Value) {
	u.fork()
	for i := range u.changed {
		if u.changed[i].Name != name {
			continue
		}
		if v.Type == attr.Invalid {
			u.changed = append(u.changed[:i], u.changed[i+1:]...)
		} else {
			u.changed[i].Value = v
		}
		return
	}
	if v.Type != attr.Invalid {
		u.changed = append(u.changed, attr.Attr{Name: name, Value: v})
	}
}

// fork begins the new item as a copy of the old one.
func (u *update) fork() {
	if u.changed == nil {
		u.changed = append(make([]attr.Attr, 0, len(u.attrs)+4), u.attrs...)
	}
}

// settle brings the trees back into the new item.
func (u *update) settle() {
	u.fork()
	for i := range u.trees {
		t := &u.trees[i]
		t.settle()
		u.replace(t.name, t.root.Value())
	}
}

func get(attrs []attr.Attr, name string) (attr.Value, bool) {
	for i := range attrs {
		if attrs[i].Name == name {
			return attrs[i].Value, true
		}
	}
	return attr.Value{}, false
}
