package attr

// Limits of items and values.
const (
	// MaxItemSize is the largest item, in DynamoDB bytes.
	MaxItemSize = 409600
	// MaxDepth is the deepest value, counted as Value.Depth does. An item is itself a level, so what it holds may be one less.
	MaxDepth = 32
	// deepBody is the depth, counted as that of an item, from which a request is read as those are that only the older layer
	// understands.
	deepBody = 63
	// MaxNameBytes is the longest attribute or member name, in UTF-8 bytes.
	MaxNameBytes = 65535
	// MaxPartitionKeyBytes is the largest partition key value.
	MaxPartitionKeyBytes = 2048
	// MaxSortKeyBytes is the largest sort key value.
	MaxSortKeyBytes = 1024
	// MaxDigits is the number of significant decimal digits of a number.
	MaxDigits = 38
)

// The service's overheads in item sizes.
const (
	containerOverhead = 3 // of a map or list
	memberOverhead    = 1 // of each of its members
)
