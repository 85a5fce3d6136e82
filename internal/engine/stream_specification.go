package engine

import (
	"context"
	"crypto/rand"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// labelForm is how a stream's label and ARN spell the time at which it was made.
const labelForm = "2006-01-02T15:04:05.000"

// changeStream opens or closes the stream of t, as a StreamSpecification asks; nil changes nothing.
func (e *Engine) changeStream(ctx context.Context, t *catalog.Table, s *api.StreamSpecification, now time.Time) error {
	switch {
	case s == nil:
		return nil
	case s.StreamEnabled && t.Recorded():
		return apierr.Invalid("Table already has an enabled stream: TableName: " + t.Name)
	case !s.StreamEnabled && !t.Recorded():
		return apierr.Invalid("Table has no stream to disable: TableName: " + t.Name)
	case s.StreamEnabled:
		return e.openStream(ctx, t, catalog.View(*s.StreamViewType), now)
	}
	closed := *t.Stream
	closed.Enabled = false
	t.Stream = &closed
	return nil
}

// openStream gives t a new stream, to be made with its definition.
func (e *Engine) openStream(ctx context.Context, t *catalog.Table, view catalog.View, now time.Time) error {
	at, err := e.freeLabel(ctx, t.Name, now)
	if err != nil {
		return err
	}
	secret := make([]byte, 32)
	if _, err := rand.Read(secret); err != nil {
		return err
	}
	label := at.Format(labelForm)
	t.Stream = &catalog.TableStream{Label: label, View: view, Enabled: true}
	t.Stream.Opening = &catalog.Stream{
		Table:     t.Name,
		Label:     label,
		ARN:       streamARN(t, label),
		Secret:    secret,
		View:      view,
		CreatedAt: at,
		Partition: t.Partition,
		Sort:      t.Sort,
		Shards:    catalog.NewShards(max(e.opts.StreamShards, 1), at),
	}
	return nil
}

// freeLabel is a time, now if it can be, that labels no stream of the table or of another that had its name.
func (e *Engine) freeLabel(ctx context.Context, table string, now time.Time) (time.Time, error) {
	at := now.UTC().Truncate(time.Millisecond)
	for {
		_, err := e.backend.Stream(ctx, table, at.Format(labelForm))
		if isCode(err, backends.CodeNoStream) {
			return at, nil
		}
		if err != nil {
			return at, err
		}
		at = at.Add(time.Millisecond)
	}
}

func streamARN(t *catalog.Table, label string) string { return t.ARN + "/stream/" + label }

// describeTableStream names the latest stream in a table's description, and its view as long as it is enabled.
func describeTableStream(d *api.TableDescription, t *catalog.Table) {
	if t.Stream == nil {
		return
	}
	d.LatestStreamLabel = &t.Stream.Label
	d.LatestStreamArn = new(streamARN(t, t.Stream.Label))
	if t.Stream.Enabled {
		d.StreamSpecification = &api.StreamSpecification{StreamEnabled: true, StreamViewType: (*string)(&t.Stream.View)}
	}
}
