package result

import (
	"strings"
	"testing"
)

func TestReadJUnit(t *testing.T) {
	for _, c := range []struct {
		name, xml string
		want      []string
	}{
		{"classes are files", `<testsuites><testsuite><testcase classname="test.alternator.test_item" name="test_put[1]" time="0.5"/></testsuite></testsuites>`,
			[]string{"pass test_item::test_put[1]: "}},
		{"a file is told without path and ending", `<testsuite><testcase file="a/put_item.test.js" classname="x" name="stores"/></testsuite>`,
			[]string{"pass put_item::stores: "}},
		{"the attribute of a failure comes before its text", `<testsuite><testcase classname="f" name="a"><failure message="one&#10;two">trace</failure></testcase></testsuite>`,
			[]string{"fail f::a: one"}},
		{"without one its first line is told", "<testsuite><testcase classname=\"f\" name=\"a\"><error>\n one\n two</error></testcase></testsuite>",
			[]string{"fail f::a: one"}},
		{"a skip", `<testsuite><testcase classname="f" name="a"><skipped message="why"/></testcase></testsuite>`, []string{"skip f::a: why"}},
		{"output of a test is no message", `<testsuite><testcase classname="f" name="a"><system-out>hello</system-out></testcase></testsuite>`, []string{"pass f::a: "}},
		{"of two failures the first is told", `<testsuite><testcase classname="f" name="a"><failure message="in it"/><error message="after it"/></testcase></testsuite>`,
			[]string{"fail f::a: in it"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var told Collector
			if err := ReadJUnit(&told, strings.NewReader(c.xml)); err != nil {
				t.Fatal(err)
			}
			equalCases(t, told, c.want)
		})
	}
	t.Run("half a file is an error", func(t *testing.T) {
		if err := ReadJUnit(&Collector{}, strings.NewReader("<testsuite><testcase")); err == nil {
			t.Error("no error")
		}
	})
	t.Run("an operation is a property", func(t *testing.T) {
		var told Collector
		var s Suite
		err := ReadJUnit(&told, strings.NewReader(`<testsuite><testcase name="a"><properties><property name="operation" value="Query"/></properties></testcase></testsuite>`))
		told.Into(&s)
		if err != nil || len(s.Cases) != 1 || s.Cases[0].Operation != "Query" {
			t.Errorf("%+v, %v", s.Cases, err)
		}
	})
}
