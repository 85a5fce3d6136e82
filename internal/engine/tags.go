package engine

import (
	"context"
	"slices"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// taggedTable reads the definition, as it is in the database now, of the table that a tag operation names by its ARN.
func (e *Engine) taggedTable(ctx context.Context, text string) (*catalog.Table, error) {
	arn, ok := api.ParseARN(text)
	if !ok {
		return nil, api.NotAuthorized(text)
	}
	t, err := e.tables.read(ctx, arn.Table)
	if err != nil && err != errNoTable {
		return nil, err
	}
	// The table says what its ARN is: it may have been made when the server was told another region or account.
	if err == nil && t.ARN == text {
		return t, nil
	}
	return nil, e.noResource(arn, text)
}

// noResource says why there is nothing at an ARN. Another account comes first, so that nobody learns what it has.
func (e *Engine) noResource(arn api.ARN, text string) *apierr.Error {
	switch {
	case arn.Account != e.opts.Account:
		return api.NotAuthorized(text)
	case arn.Region != e.opts.Region:
		return api.InvalidTableARN(text)
	}
	return apierr.New(apierr.ResourceNotFound, "Requested resource not found: ResourceArn: "+text+" not found")
}

// changeTags replaces the tags of a table by what change makes of them; change leaves the old ones as they are.
func (e *Engine) changeTags(ctx context.Context, arn string, change func(old []catalog.Tag) []catalog.Tag) error {
	read := func() (*catalog.Table, error) { return e.taggedTable(ctx, arn) }
	_, err := e.editTable(ctx, read, func(old *catalog.Table) (*catalog.Table, error) {
		if old.Status == catalog.Creating || old.Status == catalog.Deleting {
			return nil, refuseBusy(old)
		}
		tags := change(old.Tags)
		if slices.Equal(tags, old.Tags) {
			return old, nil
		}
		if refused := api.CheckTagCount(len(tags)); refused != nil {
			return nil, refused
		}
		t := *old
		t.Tags = tags
		return &t, nil
	})
	return err
}

// withTags gives the tags with others added; one whose key is there already only changes its value.
func withTags(tags []catalog.Tag, more []*api.Tag) []catalog.Tag {
	tags = slices.Clone(tags)
	for _, m := range more {
		tag := catalog.Tag{Key: m.Key, Value: m.Value}
		if i := slices.IndexFunc(tags, func(t catalog.Tag) bool { return t.Key == m.Key }); i >= 0 {
			tags[i] = tag
		} else {
			tags = append(tags, tag)
		}
	}
	return tags
}
