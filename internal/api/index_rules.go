package api

import (
	"fmt"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

// Numbers of indexes and of what they project.
const (
	maxLocalIndexes  = 5
	maxGlobalIndexes = 20
	maxNonKeyTotal   = 100 // of all indexes of a table
)

// checkLocalIndexes refuses local indexes that do not fit the table's keys.
func checkLocalIndexes(list []*LocalSecondaryIndex, table []*KeySchemaElement) *apierr.Error {
	switch {
	case list == nil:
		return nil
	case len(list) == 0:
		return apierr.Invalid(fmt.Sprintf(textEmptyIndexes, "LocalSecondaryIndexes"))
	case len(table) < 2:
		return apierr.Invalid(textTableNoRange)
	}
	for _, x := range list {
		if err := checkTableKeys(x.KeySchema); err != nil {
			return err
		}
		if len(x.KeySchema) < 2 {
			return apierr.Invalid(textIndexNoRange + x.IndexName)
		}
		if own, leading := x.KeySchema[0].AttributeName, table[0].AttributeName; own != leading {
			return apierr.Invalid(fmt.Sprintf(textOtherHash, x.IndexName, own, leading))
		}
		if err := checkProjection(x.Projection); err != nil {
			return err
		}
	}
	if len(list) > maxLocalIndexes {
		return apierr.Invalid(fmt.Sprintf(textManyIndexes, "LocalSecondaryIndex", maxLocalIndexes))
	}
	return nil
}

// checkGlobalIndexes refuses unusable global indexes. Billing is the table's mode.
func checkGlobalIndexes(list []*GlobalSecondaryIndex, onDemand bool) *apierr.Error {
	if list == nil {
		return nil
	}
	if len(list) == 0 {
		return apierr.Invalid(fmt.Sprintf(textEmptyIndexes, "GlobalSecondaryIndexes"))
	}
	for _, x := range list {
		if err := checkGlobalKeys(x.KeySchema); err != nil {
			return err
		}
		if err := checkProjection(x.Projection); err != nil {
			return err
		}
		if err := checkIndexUnits(x.IndexName, x.ProvisionedThroughput, onDemand); err != nil {
			return err
		}
		if err := checkCeilings(x.OnDemandThroughput, onDemand, false); err != nil {
			return err
		}
	}
	if len(list) > maxGlobalIndexes {
		return apierr.Invalid(fmt.Sprintf(textManyIndexes, "GlobalSecondaryIndex", maxGlobalIndexes))
	}
	return nil
}

func checkProjection(p *Projection) *apierr.Error {
	switch {
	case p.ProjectionType == nil:
		return apierr.Invalid(textNoProjection)
	case *p.ProjectionType != "INCLUDE" && p.NonKeyAttributes != nil:
		return apierr.Invalid(fmt.Sprintf(textNonKeyGiven, *p.ProjectionType))
	case *p.ProjectionType == "INCLUDE" && p.NonKeyAttributes == nil:
		return apierr.Invalid(textNonKeyMissing)
	}
	seen := map[string]bool{}
	for _, name := range p.NonKeyAttributes {
		if seen[name] {
			return apierr.Invalid(textNonKeyTwice + name)
		}
		seen[name] = true
	}
	return nil
}

func checkIndexUnits(name string, p *ProvisionedThroughput, onDemand bool) *apierr.Error {
	switch {
	case onDemand && p != nil:
		return apierr.Invalid(fmt.Sprintf(textIndexUnits, name))
	case !onDemand && p == nil:
		return apierr.Invalid(textIndexNoUnits + name)
	}
	return checkUnits(p, " for index "+name)
}

// maxUnits is where the service stops to read capacity units.
const maxUnits = 1_000_000_000_000

// checkUnits refuses absurd capacity units; of whose they are is for the text.
func checkUnits(p *ProvisionedThroughput, whose string) *apierr.Error {
	switch {
	case p == nil:
		return nil
	case p.ReadCapacityUnits > maxUnits:
		return apierr.Invalid(fmt.Sprintf(textUnitsOutOfBounds, p.ReadCapacityUnits, "ReadCapacityUnits", whose))
	case p.WriteCapacityUnits > maxUnits:
		return apierr.Invalid(fmt.Sprintf(textUnitsOutOfBounds, p.WriteCapacityUnits, "WriteCapacityUnits", whose))
	}
	return nil
}

// checkCeilings refuses on-demand ceilings of a table that is not on demand, and ceilings below 1; when a table is
// updated, -1 removes one.
func checkCeilings(t *OnDemandThroughput, onDemand, update bool) *apierr.Error {
	if t == nil {
		return nil
	}
	for _, c := range []struct {
		name  string
		units *int64
	}{{"MaxReadRequestUnits", t.MaxReadRequestUnits}, {"MaxWriteRequestUnits", t.MaxWriteRequestUnits}} {
		switch {
		case c.units == nil:
		case !onDemand:
			return apierr.Invalid(fmt.Sprintf(textCeilingOnUnits, c.name))
		case *c.units < 1 && !(update && *c.units == -1):
			return apierr.Invalid(fmt.Sprintf(textCeilingRange, c.name))
		}
	}
	return nil
}

// checkIndexNames refuses two indexes of one name, local or global.
func checkIndexNames(local []*LocalSecondaryIndex, global []*GlobalSecondaryIndex) *apierr.Error {
	names := make([]string, 0, len(local)+len(global))
	for _, x := range local {
		names = append(names, x.IndexName)
	}
	for _, x := range global {
		names = append(names, x.IndexName)
	}
	seen := map[string]bool{}
	for _, name := range names {
		if seen[name] {
			return apierr.Invalid(textDuplicateIndex + name)
		}
		seen[name] = true
	}
	return nil
}

// checkNonKeyTotal refuses indexes that together project too many attributes by name.
func checkNonKeyTotal(local []*LocalSecondaryIndex, global []*GlobalSecondaryIndex) *apierr.Error {
	total := 0
	for _, x := range local {
		total += len(x.Projection.NonKeyAttributes)
	}
	for _, x := range global {
		total += len(x.Projection.NonKeyAttributes)
	}
	if total > maxNonKeyTotal {
		return apierr.Invalid(textNonKeyTotal)
	}
	return nil
}

// checkUnsupported refuses the first parameter this server cannot honour.
func checkUnsupported(list []parameter) *apierr.Error {
	for _, p := range list {
		if p.sent {
			return apierr.Invalid(textNotSupported + p.name)
		}
	}
	return nil
}
