package gosdk

import "testing"

func TestDescribeLimits(t *testing.T) {
	run(t, noTable, "API_DescribeLimits: Response Elements", []scenario{
		{name: "four limits of a young account", steps: []step{
			{"DescribeLimits", `{}`, `{"AccountMaxReadCapacityUnits":80000,"AccountMaxWriteCapacityUnits":80000,"TableMaxReadCapacityUnits":40000,"TableMaxWriteCapacityUnits":40000}`},
		}},
	})
}
