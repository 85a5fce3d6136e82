package main

import "testing"

func TestNoNamespaceIsReadFromAnother(t *testing.T) {
	for _, db := range []string{"sqlite", "postgres"} {
		t.Run(db, func(t *testing.T) {
			if err := run(db, 48); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// The trial can fail: the owner's own requests are what it looks for.
func TestTheOwnerIsTold(t *testing.T) {
	for name, text := range map[string]string{
		"an item":          `{"Item":{"v":{"S":"` + word + `"}}}`,
		"a word in a list": `{"Responses":[{"v":{"S":"x` + word + `"}}]}`,
	} {
		if a := (answer{status: 200, text: text}); a.leak() == nil {
			t.Errorf("%s is not seen", name)
		}
	}
	if a := (answer{status: 200, text: `{"Item":{}}`}); a.leak() != nil || a.refused() == nil {
		t.Error("an empty answer is a leak, or a refusal")
	}
}
