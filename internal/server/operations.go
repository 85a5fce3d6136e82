package server

// Target prefixes of the two APIs, which share one endpoint.
const (
	tablesPrefix  = "DynamoDB_20120810."
	streamsPrefix = "DynamoDBStreams_20120810."
)

// streamsOperations are the operations of the Streams API; all others belong to the tables API.
var streamsOperations = map[string]bool{
	"DescribeStream":   true,
	"GetRecords":       true,
	"GetShardIterator": true,
	"ListStreams":      true,
}

// operation is one operation with its figures bound, so that a request looks nothing up but its target.
type operation struct {
	name    string
	figures operationFigures
}

// newOperations makes the table of targets, and the operation under which requests for none of them are counted.
func newOperations(names []string, m *Metrics) (byTarget map[string]*operation, unknown *operation) {
	byTarget = make(map[string]*operation, len(names))
	for _, name := range names {
		prefix := tablesPrefix
		if streamsOperations[name] {
			prefix = streamsPrefix
		}
		byTarget[prefix+name] = &operation{name: name, figures: m.bind(name)}
	}
	return byTarget, &operation{name: "unknown", figures: m.bind("unknown")}
}
