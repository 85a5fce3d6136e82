package conformance

import "testing"

func TestDescribeEndpoints(t *testing.T) {
	run(t, noTable, []scenario{
		{name: "one endpoint with an address and a time to keep it", steps: []step{
			{"DescribeEndpoints", `{}`, `{"Endpoints":[{"Address":"*","CachePeriodInMinutes":1440}]}`},
		}},
	})
}
