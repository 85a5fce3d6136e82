package main

import (
	"context"
	"time"

	"github.com/ddbsql/ddbsql/internal/server"
	"github.com/ddbsql/ddbsql/internal/snapshots"
)

// snapshotRequest are the parameters of the acts on snapshots. Without a Namespace an act is on all of them.
type snapshotRequest struct {
	Name      string
	Namespace *string
}

// cloneRequest are those of a clone; the main database's name is empty.
type cloneRequest struct{ From, To string }

// snapshotAnswer is what is told of a snapshot.
type snapshotAnswer struct {
	Name             string
	CreationDateTime time.Time
	Namespaces       []string
	Milliseconds     float64 `json:",omitempty"` // that the act took
}

type (
	listedSnapshots struct{ Snapshots []snapshotAnswer }
	timeTaken       struct{ Milliseconds float64 }
)

// addSnapshots adds the acts on snapshots, if there are acts.
func addSnapshots(admin *server.Admin, k *snapshots.Keeper) {
	if admin.Acts == nil {
		return
	}
	list := server.AdminCall(func(ctx context.Context, _ noParameters) (listedSnapshots, error) {
		all, err := k.List(ctx)
		answer := listedSnapshots{Snapshots: []snapshotAnswer{}}
		for i := range all {
			answer.Snapshots = append(answer.Snapshots, told(&all[i], 0))
		}
		return answer, err
	})
	admin.Acts["snapshots"], admin.Acts["snapshots/list"] = list, list
	admin.Acts["snapshots/create"] = onSnapshot(k.Create)
	admin.Acts["snapshots/restore"] = onSnapshot(k.Restore)
	admin.Acts["snapshots/delete"] = timed(func(ctx context.Context, in snapshotRequest) error { return k.Delete(ctx, in.Name) })
	admin.Acts["snapshots/reset"] = timed(func(ctx context.Context, in snapshotRequest) error { return k.Reset(ctx, in.Namespace) })
	admin.Acts["snapshots/clone"] = timed(func(ctx context.Context, in cloneRequest) error { return k.Clone(ctx, in.From, in.To) })
}

// onSnapshot makes an act of what gives a snapshot.
func onSnapshot(do func(ctx context.Context, name string, namespace *string) (*snapshots.Snapshot, error)) server.AdminAct {
	return server.AdminCall(func(ctx context.Context, in snapshotRequest) (snapshotAnswer, error) {
		start := time.Now()
		s, err := do(ctx, in.Name, in.Namespace)
		if err != nil {
			return snapshotAnswer{}, err
		}
		return told(s, time.Since(start)), nil
	})
}

// timed makes an act of what only takes its time.
func timed[In any](do func(ctx context.Context, in In) error) server.AdminAct {
	return server.AdminCall(func(ctx context.Context, in In) (timeTaken, error) {
		start := time.Now()
		err := do(ctx, in)
		return timeTaken{milliseconds(time.Since(start))}, err
	})
}

func told(s *snapshots.Snapshot, took time.Duration) snapshotAnswer {
	return snapshotAnswer{Name: s.Name, CreationDateTime: s.CreatedAt, Namespaces: s.Namespaces, Milliseconds: milliseconds(took)}
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
