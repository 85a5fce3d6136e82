package api

import (
	"strings"
	"testing"
)

func TestTimeToLiveSpecificationsAreComplete(t *testing.T) {
	spec := func(members string) string { return with(`"TimeToLiveSpecification":{` + members + `}`) }
	name := func(n int) string { return `"Enabled":true,"AttributeName":"` + strings.Repeat("x", n) + `"` }
	const member = "'timeToLiveSpecification.attributeName'"
	checkRefusals(t, []refusal{
		{"a name of 255 characters", "UpdateTimeToLive", spec(name(255)), ""},
		{"a name with a dot", "UpdateTimeToLive", spec(`"Enabled":false,"AttributeName":"a.b"`), ""},
		{"a name of 256 characters", "UpdateTimeToLive", spec(name(256)), one + "Value '" + strings.Repeat("x", 256) + "' at " + member + failed + "Member must have length less than or equal to 255"},
		{"an empty name", "UpdateTimeToLive", spec(name(0)), one + "Value '' at " + member + failed + "Member must have length greater than or equal to 1"},
		{"no name", "UpdateTimeToLive", spec(`"Enabled":true`), one + "Value null at " + member + failed + "Member must not be null"},
		{"not said whether it is enabled", "UpdateTimeToLive", spec(`"AttributeName":"e"`), one + "Value null at 'timeToLiveSpecification.enabled'" + failed + "Member must not be null"},
		{"no specification", "UpdateTimeToLive", with(`"x":1`), one + "Value null at 'timeToLiveSpecification'" + failed + "Member must not be null"},
		{"a description of a table", "DescribeTimeToLive", with(`"x":1`), ""},
	})
}
