package engine

import (
	"strings"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// keyTypes are the types that AttributeDefinitions give to key attributes.
type keyTypes map[string]attr.Type

func definedTypes(definitions []*api.AttributeDefinition) keyTypes {
	types := keyTypes{}
	for _, d := range definitions {
		types[d.AttributeName] = keyType(d.AttributeType)
	}
	return types
}

func keyType(name string) attr.Type {
	switch name {
	case "S":
		return attr.S
	case "N":
		return attr.N
	default:
		return attr.B
	}
}

// keyAttrs splits a key schema into its partition and sort key attributes.
func keyAttrs(schema []*api.KeySchemaElement, types keyTypes) (partition, sort []catalog.KeyAttr) {
	for _, k := range schema {
		a := catalog.KeyAttr{Name: k.AttributeName, Type: types[k.AttributeName]}
		if k.KeyType == "HASH" {
			partition = append(partition, a)
		} else {
			sort = append(sort, a)
		}
	}
	return partition, sort
}

func throughput(in *api.ProvisionedThroughput) catalog.Throughput {
	if in == nil {
		return catalog.Throughput{}
	}
	return catalog.Throughput{Read: in.ReadCapacityUnits, Write: in.WriteCapacityUnits}
}

func onDemand(in *api.OnDemandThroughput) catalog.Throughput {
	if in == nil {
		return catalog.Throughput{}
	}
	return catalog.Throughput{Read: deref(in.MaxReadRequestUnits), Write: deref(in.MaxWriteRequestUnits)}
}

func warm(in *api.WarmThroughput) catalog.Throughput {
	if in == nil {
		return catalog.Throughput{}
	}
	return catalog.Throughput{Read: deref(in.ReadUnitsPerSecond), Write: deref(in.WriteUnitsPerSecond)}
}

func (e *Engine) tableARN(name string) string {
	return "arn:aws:dynamodb:" + e.opts.Region + ":" + e.opts.Account + ":table/" + name
}

// awsManagedKey is the id of the key the service encrypts with when a request names none.
const awsManagedKey = "5b5e6c1e-6d3e-4f5b-9c54-1d5e3f4a2b60"

// keyARN is the ARN of an encryption key; requests may name it by id, alias or ARN.
func (e *Engine) keyARN(id *string) string {
	prefix := "arn:aws:kms:" + e.opts.Region + ":" + e.opts.Account + ":"
	switch {
	case id == nil || *id == "":
		return prefix + "key/" + awsManagedKey
	case strings.HasPrefix(*id, "arn:"):
		return *id
	case strings.HasPrefix(*id, "alias/"):
		return prefix + *id
	default:
		return prefix + "key/" + *id
	}
}

// deref is the value an optional member has, or the zero value when it is absent.
func deref[T any](p *T) T {
	if p == nil {
		var zero T
		return zero
	}
	return *p
}
