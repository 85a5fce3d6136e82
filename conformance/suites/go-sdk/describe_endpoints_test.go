package gosdk

import "testing"

func TestDescribeEndpoints(t *testing.T) {
	run(t, noTable, "API_DescribeEndpoints: Endpoints", []scenario{
		{name: "one endpoint with an address and a time to keep it", steps: []step{
			{"DescribeEndpoints", `{}`, `{"Endpoints":[{"Address":"*","CachePeriodInMinutes":1440}]}`},
		}},
	})
}
