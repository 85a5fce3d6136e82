package api

import "github.com/ddbsql/ddbsql/internal/apierr"

// checkMore: the model requires neither keys nor definitions, because a replica takes them from its source, and gives
// all key schemas the same size.
func (in *CreateTableInput) checkMore(c *checker) {
	c.push("AttributeDefinitions")
	if in.AttributeDefinitions == nil {
		c.null()
	}
	c.pop()
	c.push("KeySchema")
	if in.KeySchema == nil {
		c.null()
	}
	checkKeyCount(c, in.KeySchema, &limitTableKeys)
	c.pop()
	c.push("GlobalSecondaryIndexes")
	for i, x := range in.GlobalSecondaryIndexes {
		if x != nil {
			checkIndexKeyCount(c, i, x.KeySchema, &limitGlobalKeys)
		}
	}
	c.pop()
	c.push("LocalSecondaryIndexes")
	for i, x := range in.LocalSecondaryIndexes {
		if x != nil {
			checkIndexKeyCount(c, i, x.KeySchema, &limitTableKeys)
		}
	}
	c.pop()
}

func checkIndexKeyCount(c *checker, i int, schema []*KeySchemaElement, l *limit) {
	c.pushIndex(i)
	c.push("KeySchema")
	checkKeyCount(c, schema, l)
	c.pop()
	c.pop()
}

func (in *CreateTableInput) request(layer) *apierr.Error {
	unsupported := []parameter{
		{"ResourcePolicy", in.ResourcePolicy != nil},
		{"GlobalTableSourceArn", in.GlobalTableSourceArn != nil},
		{"GlobalTableSettingsReplicationMode", in.GlobalTableSettingsReplicationMode != nil},
		{"VectorIndexes", in.VectorIndexes != nil},
	}
	if err := checkUnsupported(unsupported); err != nil {
		return err
	}
	if err := checkStreamAtCreation(in.StreamSpecification); err != nil {
		return err
	}
	if err := in.checkBilling(); err != nil {
		return err
	}
	if err := in.checkKeys(); err != nil {
		return err
	}
	return checkTags(in.Tags)
}

func (in *CreateTableInput) onDemand() bool {
	return in.BillingMode != nil && *in.BillingMode == "PAY_PER_REQUEST"
}

func (in *CreateTableInput) checkBilling() *apierr.Error {
	switch {
	case in.onDemand() && in.ProvisionedThroughput != nil:
		return apierr.Invalid(textUnitsOnDemand)
	case !in.onDemand() && in.ProvisionedThroughput == nil:
		return apierr.Invalid(textNoUnits)
	}
	if err := checkUnits(in.ProvisionedThroughput, " for table"); err != nil {
		return err
	}
	return checkCeilings(in.OnDemandThroughput, in.onDemand(), false)
}

func (in *CreateTableInput) checkKeys() *apierr.Error {
	defined, err := newDefinitions(in.AttributeDefinitions)
	if err != nil {
		return err
	}
	if err := checkTableKeys(in.KeySchema); err != nil {
		return err
	}
	used := keyNames(in.KeySchema)
	if err := defined.cover(used); err != nil {
		return err
	}
	if err := in.checkIndexes(); err != nil {
		return err
	}
	for _, keys := range in.indexKeys() {
		if err := defined.cover(keys); err != nil {
			return err
		}
		used = append(used, keys...)
	}
	return defined.allUsed(used, in.LocalSecondaryIndexes != nil || in.GlobalSecondaryIndexes != nil)
}

func (in *CreateTableInput) checkIndexes() *apierr.Error {
	if err := checkLocalIndexes(in.LocalSecondaryIndexes, in.KeySchema); err != nil {
		return err
	}
	if err := checkGlobalIndexes(in.GlobalSecondaryIndexes, in.onDemand()); err != nil {
		return err
	}
	if err := checkIndexNames(in.LocalSecondaryIndexes, in.GlobalSecondaryIndexes); err != nil {
		return err
	}
	return checkNonKeyTotal(in.LocalSecondaryIndexes, in.GlobalSecondaryIndexes)
}

// indexKeys are the key attributes of every index.
func (in *CreateTableInput) indexKeys() [][]string {
	var keys [][]string
	for _, x := range in.LocalSecondaryIndexes {
		keys = append(keys, keyNames(x.KeySchema))
	}
	for _, x := range in.GlobalSecondaryIndexes {
		keys = append(keys, keyNames(x.KeySchema))
	}
	return keys
}
