package gosdk

import "testing"

func TestDescribeLimits(t *testing.T) {
	run(t, noTable, "API_DescribeLimits: Response Elements", []scenario{
		{name: "four limits", steps: []step{
			{"DescribeLimits", `{}`, `{"AccountMaxReadCapacityUnits":"*","AccountMaxWriteCapacityUnits":"*","TableMaxReadCapacityUnits":"*","TableMaxWriteCapacityUnits":"*"}`},
		}},
	})
}
