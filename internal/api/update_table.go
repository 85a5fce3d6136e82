package api

import "github.com/ddbsql/ddbsql/internal/apierr"

func (in *UpdateTableInput) checkMore(c *checker) {
	c.push("GlobalSecondaryIndexUpdates")
	for i, u := range in.GlobalSecondaryIndexUpdates {
		if u == nil || u.Create == nil {
			continue
		}
		c.pushIndex(i)
		c.push("Create")
		c.push("KeySchema")
		checkKeyCount(c, u.Create.KeySchema, &limitGlobalKeys)
		c.pop()
		c.pop()
		c.pop()
	}
	c.pop()
}

func (in *UpdateTableInput) request(layer) *apierr.Error {
	unsupported := []parameter{
		{"ReplicaUpdates", in.ReplicaUpdates != nil},
		{"MultiRegionConsistency", in.MultiRegionConsistency != nil},
		{"GlobalTableWitnessUpdates", in.GlobalTableWitnessUpdates != nil},
		{"GlobalTableSettingsReplicationMode", in.GlobalTableSettingsReplicationMode != nil},
		{"DisassociationProtectionEnabled", in.DisassociationProtectionEnabled != nil},
		{"VectorIndexUpdates", in.VectorIndexUpdates != nil},
	}
	if err := checkUnsupported(unsupported); err != nil {
		return err
	}
	if !in.changesSomething() {
		return apierr.Invalid(textNothingToUpdate)
	}
	if err := in.checkStream(); err != nil {
		return err
	}
	if err := checkUnits(in.ProvisionedThroughput, " for table"); err != nil {
		return err
	}
	// Whether ceilings fit the table's billing mode is known only with the table.
	if err := checkCeilings(in.OnDemandThroughput, true, true); err != nil {
		return err
	}
	defined, err := newDefinitions(in.AttributeDefinitions)
	if err != nil {
		return err
	}
	return checkIndexUpdates(in.GlobalSecondaryIndexUpdates, defined)
}

func (in *UpdateTableInput) changesSomething() bool {
	return in.BillingMode != nil || in.ProvisionedThroughput != nil || len(in.GlobalSecondaryIndexUpdates) > 0 ||
		in.SSESpecification != nil || in.TableClass != nil || in.DeletionProtectionEnabled != nil ||
		in.OnDemandThroughput != nil || in.WarmThroughput != nil || in.StreamSpecification != nil
}

// checkIndexUpdates refuses changes of global indexes that are none, that meet in one index, or that are more than one
// creation or deletion.
func checkIndexUpdates(list []*GlobalSecondaryIndexUpdate, defined definitions) *apierr.Error {
	seen, online := map[string]bool{}, 0
	for _, u := range list {
		name, err := u.checkAction(defined)
		if err != nil {
			return err
		}
		if seen[name] {
			return apierr.Invalid(textIndexTwice + name)
		}
		seen[name] = true
		if u.Update == nil {
			online++
		}
	}
	if online > 1 {
		return apierr.New(apierr.LimitExceeded, textOneOnlineIndex)
	}
	return nil
}

// checkAction refuses an update that is not exactly one usable action, and names its index.
func (u *GlobalSecondaryIndexUpdate) checkAction(defined definitions) (name string, err *apierr.Error) {
	actions := 0
	if u.Update != nil {
		actions++
		name = u.Update.IndexName
		err = checkUnits(u.Update.ProvisionedThroughput, " for index "+name)
		if err == nil {
			err = checkCeilings(u.Update.OnDemandThroughput, true, true)
		}
	}
	if u.Create != nil {
		actions++
		name = u.Create.IndexName
		err = u.Create.request(defined)
	}
	if u.Delete != nil {
		actions++
		name = u.Delete.IndexName
	}
	if actions != 1 {
		return name, apierr.Invalid(textOneIndexAction)
	}
	return name, err
}

// request checks the definition of a new index. Its keys must be defined in the same request.
func (in *CreateGlobalSecondaryIndexAction) request(defined definitions) *apierr.Error {
	if err := checkGlobalKeys(in.KeySchema); err != nil {
		return err
	}
	if err := checkProjection(in.Projection); err != nil {
		return err
	}
	if err := defined.cover(keyNames(in.KeySchema)); err != nil {
		return err
	}
	return checkUnits(in.ProvisionedThroughput, " for index "+in.IndexName)
}

// CheckIndexThroughput refuses the throughput of a new index of a table of that billing mode, which only the table knows.
func CheckIndexThroughput(name string, p *ProvisionedThroughput, ceilings *OnDemandThroughput, onDemand bool) error {
	if err := checkIndexUnits(name, p, onDemand); err != nil {
		return err
	}
	if err := checkCeilings(ceilings, onDemand, false); err != nil {
		return err
	}
	return nil
}
