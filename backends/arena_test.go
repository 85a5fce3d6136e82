package backends

import (
	"bytes"
	"testing"
)

func TestDocumentsOfAnArenaStayApart(t *testing.T) {
	var a Arena
	var docs, want [][]byte
	for i, size := range []int{0, 1, 1000, 60_000, 10_000, 65_528, 65_529, 400_000, 1, 64_000, 3} {
		doc := bytes.Repeat([]byte{byte('a' + i)}, size)
		docs, want = append(docs, a.Copy(doc)), append(want, doc)
	}
	// One that needs more room than was asked for, and one that is given up.
	docs = append(docs, a.Keep(append(a.Room(2), bytes.Repeat([]byte("x"), 70_000)...)))
	want = append(want, bytes.Repeat([]byte("x"), 70_000))
	_ = append(a.Room(10), "given up"...)
	docs, want = append(docs, a.Copy([]byte("last"))), append(want, []byte("last"))
	_ = append(docs[2], "behind the third"...)
	for i := range docs {
		if !bytes.Equal(docs[i], want[i]) {
			t.Errorf("document %d has %d bytes, beginning with %.10q, want %d of %.10q", i, len(docs[i]), docs[i], len(want[i]), want[i])
		}
	}
}

func TestAnArenaThatWasReleasedIsReady(t *testing.T) {
	var a Arena
	first := a.Copy([]byte("first"))
	a.Release()
	if a.used != nil || a.free != nil {
		t.Error("memory is left after the release")
	}
	if second := a.Copy([]byte("second")); string(second) != "second" {
		t.Errorf("after the release: %q, with %q before", second, first)
	}
}

func TestNoArenaGivesEachDocumentMemoryOfItsOwn(t *testing.T) {
	var none *Arena
	first := none.Copy([]byte("first"))
	second := none.Keep(append(none.Room(2), "longer than its room"...))
	if string(first) != "first" || string(second) != "longer than its room" || cap(second) != len(second) {
		t.Errorf("%q, %q with room for %d", first, second, cap(second))
	}
}
