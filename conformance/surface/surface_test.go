package main

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// What was found once, and a short run of new requests; `make surface` is the long one.
func TestBothDatabasesAnswerAlike(t *testing.T) {
	oddRequests(t, options{}, func(t *testing.T, servers *trial) {
		t.Run("requests that were not", func(t *testing.T) { replayAll(t, servers.addresses) })
	})
}

func TestBothDatabasesAnswerAlikeWhilePostgresIsSlow(t *testing.T) {
	oddRequests(t, options{delays: true}, func(*testing.T, *trial) {})
}

func oddRequests(t *testing.T, o options, before func(*testing.T, *trial)) {
	err := onBoth(o.delays, func(servers *trial) error {
		before(t, servers)
		var out strings.Builder
		o.length, o.lanes, o.seed = 10*time.Second, 6, rand.Uint64()
		if err := compare(o, &out, servers); err != nil {
			t.Error(err)
		}
		t.Log(out.String())
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// What judge must tell apart: one that accepts everything would find nothing.
func TestJudge(t *testing.T) {
	said := func(status int, body string) answer { return answer{status, []byte(body)} }
	refused := func(kind, message string) answer {
		return said(400, `{"__type":"com.amazonaws.dynamodb.v20120810#`+kind+`","message":"`+message+`"}`)
	}
	for _, c := range []struct {
		name string
		both [2]answer
		want string
	}{
		{"the same", [2]answer{said(200, `{"Count":1}`), said(200, `{"Count":1}`)}, ""},
		{"members in another order", [2]answer{said(200, `{"a":1,"b":2}`), said(200, `{"b": 2, "a": 1}`)}, ""},
		{"tables made at other times", [2]answer{said(200, `{"CreationDateTime":1.5}`), said(200, `{"CreationDateTime":2.5}`)}, ""},
		{"another count", [2]answer{said(200, `{"Count":1}`), said(200, `{"Count":2}`)}, "Scan: another answer"},
		{"items in another order", [2]answer{said(200, `{"Items":[1,2]}`), said(200, `{"Items":[2,1]}`)}, "Scan: another answer"},
		{"the same refusal", [2]answer{refused("ValidationException", "no"), refused("ValidationException", "no")}, ""},
		{"a refusal of another type", [2]answer{refused("ValidationException", "no"), refused("ResourceNotFoundException", "no")}, "Scan: 400 ValidationException here, 400 ResourceNotFoundException there"},
		{"a refusal in other words", [2]answer{refused("ValidationException", "no"), refused("ValidationException", "never")}, "Scan: another message of ValidationException"},
		{"one refuses", [2]answer{said(200, `{}`), refused("ValidationException", "no")}, "Scan: 200  here, 400 ValidationException there"},
		{"both fail", [2]answer{said(500, `{}`), said(500, `{}`)}, "Scan: sqlite answers 500"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := judge(&request{operation: "Scan"}, c.both); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestTheSameSeedMakesTheSameRequests(t *testing.T) {
	one, other := newMaker(7, 1), newMaker(7, 1)
	for range 2000 {
		a, b := one.request(), other.request()
		one.mutate(a)
		other.mutate(b)
		if string(a.text()) != string(b.text()) {
			t.Fatalf("%s\n%s", a.text(), b.text())
		}
	}
}

func TestShrinkKeepsWhatTheFaultNeeds(t *testing.T) {
	r := &request{body: obj("a", arr(number(1), number(2), number(3)), "b", obj("c", text("x"), "d", text("y")))}
	again := func(r *request) bool {
		s := string(r.text())
		return strings.Contains(s, "2") && strings.Contains(s, `"d"`)
	}
	if got := string(shrink(r, again).text()); got != `{"a":[2],"b":{"d":"y"}}` {
		t.Error(got)
	}
}
