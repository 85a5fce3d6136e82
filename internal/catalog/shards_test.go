package catalog

import (
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/internal/attr"
)

var opened, later = time.UnixMilli(1), time.UnixMilli(2)

func TestShardsShareAllTokens(t *testing.T) {
	for _, n := range []int{1, 2, 3, 4, 100} {
		s := &Stream{Shards: NewShards(n, opened)}
		if len(s.OpenShards()) != n || !ShareTokens(s.OpenShards()) {
			t.Errorf("%d new shards do not share all tokens", n)
		}
		for i := range 3 * n {
			s.Last += 10
			if id := s.OpenShards()[7*i%len(s.OpenShards())].ID; !s.Split(id, later) {
				t.Fatalf("shard %d could not be split", id)
			}
			if !ShareTokens(s.OpenShards()) {
				t.Fatalf("after %d splits of %d shards the open ones do not share all tokens", i+1, n)
			}
		}
	}
}

func TestSplitNamesParentsAndPositions(t *testing.T) {
	s := &Stream{Shards: NewShards(2, opened), Last: 7}
	if !s.Split(1, later) {
		t.Fatal("the first shard could not be split")
	}
	parent, lower, upper := s.Shard(1), s.Shard(3), s.Shard(4)
	if parent.Open() || *parent.End != 7 || *parent.ClosedAt != later {
		t.Errorf("the parent is %+v", parent)
	}
	for _, h := range []*Shard{lower, upper} {
		if !h.Open() || h.Parent != 1 || h.After != 7 || h.CreatedAt != later {
			t.Errorf("a child is %+v", h)
		}
	}
	if lower.First != parent.First || upper.Last != parent.Last || !lower.Holds(lower.Last) || lower.Holds(upper.First) || !upper.Holds(upper.First) {
		t.Errorf("the children are %+v and %+v", lower, upper)
	}
}

func TestSplitRefuses(t *testing.T) {
	s := &Stream{Shards: NewShards(1, opened)}
	s.Split(1, later)
	single := &Stream{Shards: []*Shard{{ID: 1, First: attr.Token{5}, Last: attr.Token{5}}}}
	for name, refused := range map[string]bool{
		"a closed shard":          s.Split(1, later),
		"a shard that is not":     s.Split(9, later),
		"a shard of one token":    single.Split(1, later),
		"a shard, once all close": func() bool { s.Close(later); return s.Split(2, later) }(),
	} {
		if refused {
			t.Errorf("%s was split", name)
		}
	}
}

func TestIdsOfShardsAreNotUsedAgain(t *testing.T) {
	s := &Stream{Shards: NewShards(1, opened), Last: 5}
	s.Split(1, opened)
	s.Split(3, opened)
	if !s.Trim(5, later) || s.Shard(1) != nil || s.Shard(3) != nil || len(s.Shards) != 3 {
		t.Fatalf("%d shards are left", len(s.Shards))
	}
	s.Split(2, later)
	if s.Shard(6) == nil || s.Shard(7) == nil {
		t.Error("the children have not the next ids")
	}
	if s.Trim(5, opened) {
		t.Error("a trim of nothing says that it changed something")
	}
}
