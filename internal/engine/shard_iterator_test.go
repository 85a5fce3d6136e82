package engine

import (
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

func TestIteratorsSayWhereTheyAre(t *testing.T) {
	s := newLog(2).stream
	now := time.Now()
	it, refused := parseIterator(iteratorText(s, s.Shards[1], 1<<40, now))
	if refused != nil {
		t.Fatal(refused)
	}
	if refused := it.check(s, now); refused != nil {
		t.Fatal(refused)
	}
	if it.stream != s.ARN || it.shard != 2 || it.after != 1<<40 || it.issued.UnixMilli() != now.UnixMilli() {
		t.Errorf("got %+v", it)
	}
}

func TestIteratorsAreRefused(t *testing.T) {
	now := time.Now()
	for _, c := range []struct {
		name  string
		text  func(s *catalog.Stream) string
		spoil func(s *catalog.Stream)
		want  *apierr.Error
	}{
		{name: "when they are fresh, not", want: nil},
		{name: "after 15 minutes", text: func(s *catalog.Stream) string {
			return iteratorText(s, s.Shards[0], 5, now.Add(-15*time.Minute-time.Second))
		}, want: errExpiredIterator},
		{name: "before 15 minutes are over, not", text: func(s *catalog.Stream) string { return iteratorText(s, s.Shards[0], 5, now.Add(-14*time.Minute)) }},
		{name: "when what they would read next was removed", spoil: func(s *catalog.Stream) { s.Trimmed = 6 }, want: errTrimmed},
		{name: "when what they have read was removed, not", spoil: func(s *catalog.Stream) { s.Trimmed = 5 }},
		{name: "when another stream signed them", spoil: func(s *catalog.Stream) { s.Secret = []byte("other") }, want: errBadIterator},
		{name: "when they are cut", text: func(s *catalog.Stream) string { return iteratorText(s, s.Shards[0], 5, now)[:100] }, want: errBadIterator},
		{name: "when they are no iterators", text: func(*catalog.Stream) string { return strings.Repeat("x", 50) }, want: errBadIterator},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newLog(1).stream
			text := iteratorText(s, s.Shards[0], 5, now)
			if c.text != nil {
				text = c.text(s)
			}
			if c.spoil != nil {
				c.spoil(s)
			}
			it, got := parseIterator(text)
			if got == nil {
				got = it.check(s, now)
			}
			if got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestNoCharacterOfAnIteratorCanBeChanged(t *testing.T) {
	s := newLog(1).stream
	now := time.Now()
	text := iteratorText(s, s.Shards[0], 5, now)
	for i := strings.Index(text, iteratorForm); i < len(text); i++ {
		for _, c := range []byte("AB_1|") {
			if text[i] == c {
				continue
			}
			it, refused := parseIterator(text[:i] + string(c) + text[i+1:])
			if refused == nil {
				refused = it.check(s, now)
			}
			if refused == nil {
				t.Errorf("character %d may be %c", i, c)
			}
		}
	}
}
