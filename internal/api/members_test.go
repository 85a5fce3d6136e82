package api

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestEveryMemberOfAServedOperationIsListed(t *testing.T) {
	seen := map[string]bool{}
	for name := range inputs {
		if _, listed := servedMembers[name]; !listed {
			t.Errorf("the members of %s are not listed", name)
		}
	}
	for name, m := range servedMembers {
		op := Operations[name]
		if op == nil || !op.Served {
			t.Errorf("%s is not served", name)
			continue
		}
		compareMembers(t, name, reflect.TypeOf(op.newInput()).Elem(), m, seen)
	}
	for name := range nestedMembers {
		if !seen[name] {
			t.Errorf("no served operation reaches %s", name)
		}
	}
}

func compareMembers(t *testing.T, name string, typ reflect.Type, m membersOf, seen map[string]bool) {
	listed := slices.Concat(m.handled, m.refused, slices.Collect(maps.Keys(m.ignored)))
	for i := range typ.NumField() {
		f := typ.Field(i)
		if !f.IsExported() {
			continue
		}
		n := 0
		for _, l := range listed {
			if l == f.Name {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%s.%s is listed %d times, want once as handled, refused or ignored", name, f.Name, n)
		}
		if !slices.Contains(m.handled, f.Name) {
			continue
		}
		if inner := structureIn(f.Type); inner != nil && !seen[inner.Name()] {
			seen[inner.Name()] = true
			compareMembers(t, inner.Name(), inner, nestedMembers[inner.Name()], seen)
		}
	}
	for _, l := range listed {
		if _, ok := typ.FieldByName(l); !ok {
			t.Errorf("%s.%s is listed, but not in the model", name, l)
		}
	}
}

// structureIn is the generated structure that a member holds, behind pointers, lists and maps; nil when there is none.
func structureIn(typ reflect.Type) reflect.Type {
	for {
		switch {
		case typ.Kind() == reflect.Struct && strings.HasPrefix(typ.Name(), "Entry["):
			typ = typ.Field(1).Type
		case typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice:
			typ = typ.Elem()
		case typ.Kind() == reflect.Struct && strings.HasSuffix(typ.PkgPath(), "/api"):
			return typ
		default:
			return nil
		}
	}
}

// refusedRequests hold one refused member each.
var refusedRequests = map[string]string{
	"CreateTable.ResourcePolicy":                     `"ResourcePolicy":"{}"`,
	"CreateTable.GlobalTableSourceArn":               `"GlobalTableSourceArn":"arn:aws:dynamodb:x:1:table/abc"`,
	"CreateTable.GlobalTableSettingsReplicationMode": `"GlobalTableSettingsReplicationMode":"ENABLED"`,
	"CreateTable.VectorIndexes":                      `"VectorIndexes":[]`,
	"UpdateTable.ReplicaUpdates":                     `"ReplicaUpdates":[{}]`,
	"UpdateTable.MultiRegionConsistency":             `"MultiRegionConsistency":"EVENTUAL"`,
	"UpdateTable.GlobalTableWitnessUpdates":          `"GlobalTableWitnessUpdates":[{}]`,
	"UpdateTable.GlobalTableSettingsReplicationMode": `"GlobalTableSettingsReplicationMode":"ENABLED"`,
	"UpdateTable.DisassociationProtectionEnabled":    `"DisassociationProtectionEnabled":true`,
	"UpdateTable.VectorIndexUpdates":                 `"VectorIndexUpdates":[]`,
}

func TestRefusedMembersAreRefusedByName(t *testing.T) {
	const table = `{"TableName":"abc","KeySchema":[{"AttributeName":"p","KeyType":"HASH"}],"AttributeDefinitions":[{"AttributeName":"p","AttributeType":"S"}],"BillingMode":"PAY_PER_REQUEST",`
	for name, m := range servedMembers {
		for _, member := range m.refused {
			t.Run(name+"."+member, func(t *testing.T) {
				sample := refusedRequests[name+"."+member]
				if sample == "" {
					t.Fatal("no sample request")
				}
				_, err := Decode(Operations[name], []byte(table+sample+`}`))
				if err == nil || err.Message != textNotSupported+member {
					t.Errorf("got %v", err)
				}
			})
		}
	}
}
