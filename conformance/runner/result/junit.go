package result

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// ReadJUnit takes the results of one XML file in JUnit's form. A test's file is its attribute "file", else the last part of its
// "classname", both without a path and an ending; its operation is a property of that name.
func ReadJUnit(c *Collector, r io.Reader) error {
	decoder := xml.NewDecoder(r)
	var test *junitCase
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("results in JUnit's form: %w", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local == "testcase" {
				test = newJUnitCase(t)
			} else if test != nil {
				test.child(t)
			}
		case xml.CharData:
			if test != nil && test.reading && test.Message == "" {
				test.Message = FirstLine(string(t))
			}
		case xml.EndElement:
			if t.Name.Local == "testcase" && test != nil {
				c.Add(test.Case)
				test = nil
			}
			if test != nil {
				test.reading = false
			}
		}
	}
}

// junitCase is a test while its element is read; reading says that the text of its failure or skip is next.
type junitCase struct {
	Case
	reading bool
}

func newJUnitCase(e xml.StartElement) *junitCase {
	t := &junitCase{Case: Case{Case: attribute(e, "name"), Result: Pass}}
	t.Seconds, _ = strconv.ParseFloat(attribute(e, "time"), 64) // a time that is no number is no time
	t.File = attribute(e, "file")
	if t.File != "" {
		t.File = t.File[strings.LastIndexAny(t.File, `/\`)+1:]
		t.File, _, _ = strings.Cut(t.File, ".")
	} else {
		class := attribute(e, "classname")
		t.File = class[strings.LastIndexByte(class, '.')+1:]
	}
	return t
}

func (t *junitCase) child(e xml.StartElement) {
	switch e.Name.Local {
	case "failure", "error":
		if t.Result == Fail {
			return // of a failure in the test and one after it the first is kept
		}
		t.Result = Fail
	case "skipped":
		t.Result = Skip
	case "property":
		if attribute(e, "name") == "operation" {
			t.Operation = attribute(e, "value")
		}
		return
	default:
		return
	}
	t.Message = FirstLine(attribute(e, "message"))
	t.reading = true
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
