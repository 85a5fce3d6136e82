package engine

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// Limits of the indexes of a table.
const (
	maxGlobalIndexes = 20
	maxNonKeyTotal   = 100
)

// changeIndexes carries out the changes of global indexes in a definition: at most one of them creates or deletes an index.
func changeIndexes(t *catalog.Table, in *api.UpdateTableInput) error {
	for _, u := range in.GlobalSecondaryIndexUpdates {
		var err error
		switch {
		case u.Create != nil:
			err = createIndex(t, u.Create, in.AttributeDefinitions)
		case u.Delete != nil:
			err = deleteIndex(t, u.Delete.IndexName)
		case u.Update != nil:
			err = updateIndex(t, u.Update)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

var (
	errOneOnlineIndex = apierr.New(apierr.LimitExceeded, "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table")
	errManyIndexes    = apierr.New(apierr.LimitExceeded, "Number of global secondary indexes exceeds per-table limit")
	errNoIndex        = apierr.New(apierr.ResourceNotFound, "Requested resource not found")
)

// createIndex adds an index that is to be filled. Writers keep it up from then on.
func createIndex(t *catalog.Table, in *api.CreateGlobalSecondaryIndexAction, definitions []*api.AttributeDefinition) error {
	if online(t) != nil {
		return errOneOnlineIndex
	}
	if t.Index(in.IndexName) != nil {
		return apierr.Invalid("Attempting to create an index which already exists")
	}
	x := newGlobalIndex(&api.GlobalSecondaryIndex{
		IndexName: in.IndexName, KeySchema: in.KeySchema, Projection: in.Projection,
		ProvisionedThroughput: in.ProvisionedThroughput, OnDemandThroughput: in.OnDemandThroughput, WarmThroughput: in.WarmThroughput,
	}, definedTypes(definitions))
	x.Backfilling = true
	if err := refuseIndex(t, x, in); err != nil {
		return err
	}
	t.AddIndex(x)
	t.Definitions = slices.Clone(t.Definitions)
	for _, d := range definitions {
		if a := (catalog.KeyAttr{Name: d.AttributeName, Type: keyType(d.AttributeType)}); x.IsKey(a.Name) && !slices.Contains(t.Definitions, a) {
			t.Definitions = append(t.Definitions, a)
		}
	}
	return nil
}

// refuseIndex refuses an index that the table cannot have besides those that it has.
func refuseIndex(t *catalog.Table, x *catalog.Index, in *api.CreateGlobalSecondaryIndexAction) error {
	globals, nonKey := 1, len(x.NonKey)
	for _, other := range t.SecondaryIndexes() {
		nonKey += len(other.NonKey)
		if !other.Local {
			globals++
		}
	}
	switch {
	case globals > maxGlobalIndexes:
		return errManyIndexes
	case nonKey > maxNonKeyTotal:
		return apierr.Invalid("One or more parameter values were invalid: The total number of NonKeyAttributes of all indexes exceeds the limit of 100")
	}
	if err := refuseRedefinition(t, x); err != nil {
		return err
	}
	return api.CheckIndexThroughput(in.IndexName, in.ProvisionedThroughput, in.OnDemandThroughput, t.OnDemandBilling)
}

// refuseRedefinition refuses a key attribute of another type than it has as a key already.
func refuseRedefinition(t *catalog.Table, x *catalog.Index) error {
	for _, k := range slices.Concat(x.Partition, x.Sort) {
		i := slices.IndexFunc(t.Definitions, func(d catalog.KeyAttr) bool { return d.Name == k.Name && d.Type != k.Type })
		if i >= 0 {
			return apierr.Invalid("One or more parameter values were invalid: Attributes cannot be redefined. Please check that your attribute has the same type " +
				"as previously defined. Existing schema: " + schemaWith(t, k.Name) + " New schema: " + schemaText(x.Partition, x.Sort))
		}
	}
	return nil
}

// schemaWith words the first key schema of the table that an attribute is part of.
func schemaWith(t *catalog.Table, name string) string {
	if !t.IsKey(name) {
		for _, x := range t.SecondaryIndexes() {
			if x.IsKey(name) {
				return schemaText(x.Partition, x.Sort)
			}
		}
	}
	return schemaText([]catalog.KeyAttr{t.Partition}, sortKey(t.Sort))
}

func schemaText(partition, sort []catalog.KeyAttr) string {
	var elements []string
	add := func(keys []catalog.KeyAttr, role string) {
		for _, k := range keys {
			elements = append(elements, fmt.Sprintf("SchemaElement: key{%s:%s:%s}", k.Name, k.Type, role))
		}
	}
	add(partition, "HASH")
	add(sort, "RANGE")
	return "Schema:[" + strings.Join(elements, ", ") + "]"
}

// deleteIndex marks an index as being deleted. It need not be complete.
func deleteIndex(t *catalog.Table, name string) error {
	x := t.Index(name)
	switch other := online(t); {
	case x == nil:
		return errNoIndex
	case x.Local:
		return apierr.Invalid("Cannot delete an index that is not a GlobalSecondaryIndex")
	case other != nil && other != x:
		return errOneOnlineIndex
	}
	editIndex(t, x.ID, func(x *catalog.Index) { x.Status, x.Backfilling = catalog.Deleting, false })
	return nil
}

// updateIndex changes the throughput of an index.
func updateIndex(t *catalog.Table, in *api.UpdateGlobalSecondaryIndexAction) error {
	x := t.Index(in.IndexName)
	if x == nil || x.Local {
		return errNoIndex
	}
	var refused error
	editIndex(t, x.ID, func(x *catalog.Index) {
		if x.Status == catalog.Active {
			x.Status = catalog.Updating
		}
		refused = changeIndexThroughput(t, x, in)
	})
	return refused
}

func changeIndexThroughput(t *catalog.Table, x *catalog.Index, in *api.UpdateGlobalSecondaryIndexAction) error {
	if in.ProvisionedThroughput != nil {
		if t.OnDemandBilling {
			return apierr.Invalid("One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified for index: " + x.Name + " when BillingMode is PAY_PER_REQUEST")
		}
		asked := throughput(in.ProvisionedThroughput)
		if asked == x.Throughput {
			return apierr.Invalid("The provisioned throughput for the index " + x.Name + " will not change. " + sameThroughput(asked))
		}
		x.Throughput = asked
	}
	if err := changeOnDemand(t, &x.OnDemand, in.OnDemandThroughput); err != nil || in.WarmThroughput == nil {
		return err
	}
	return changeWarm(t, &x.Warm, x.Throughput, in.WarmThroughput)
}

// editIndex changes a copy of an index: definitions already handed out stay as they are.
func editIndex(t *catalog.Table, id int32, edit func(*catalog.Index)) {
	t.Indexes = slices.Clone(t.Indexes)
	for i, x := range t.Indexes {
		if x.ID == id {
			c := *x
			edit(&c)
			t.Indexes[i] = &c
		}
	}
}
