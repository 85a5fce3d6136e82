package main

import (
	"context"
	"encoding/json"
	"log/slog"
	"slices"
	"strings"
	"time"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

// tenant is the database of a namespace as requests see it.
type tenant struct {
	database
	of   *tenants
	name string
}

// Do runs an operation. A request for a table that is not there, but in another namespace, is noted in the log: most often somebody has
// taken another key or region than they think. The answer tells nothing of it.
func (t *tenant) Do(ctx context.Context, operation string, body, dst []byte) ([]byte, *apierr.Error) {
	out, refusal := t.database.Do(ctx, operation, body, dst)
	if refusal != nil && refusal.Code == apierr.ResourceNotFound {
		t.of.hint(ctx, t.name, operation, body)
	}
	return out, refusal
}

const (
	// hintPatience is how long a refused request waits for its line in the log.
	hintPatience = 500 * time.Millisecond
	// mostHints is how many namespaces are looked into.
	mostHints = 100
	// hintInterval is how often it is looked for a table again, and said: programs that wait for one ask again and again.
	hintInterval = time.Minute
	// keptHints is for how many tables that is kept.
	keptHints = 1024
)

// hint logs in which other namespaces there is a table of the name that a request asked for in vain.
func (t *tenants) hint(ctx context.Context, here, operation string, body []byte) {
	var request struct{ TableName string }
	if json.Unmarshal(body, &request) != nil || request.TableName == "" {
		return
	}
	table := request.TableName[strings.LastIndexByte(request.TableName, '/')+1:] // of an ARN the last part
	if last, told := t.hinted.Get(here + "/" + table); told && time.Since(last) < hintInterval {
		return
	}
	t.hinted.Add(here+"/"+table, time.Now())
	ctx, cancel := context.WithTimeout(ctx, hintPatience)
	defer cancel()
	var elsewhere []string
	for _, name := range t.others(ctx, here) {
		if t.has(ctx, name, table) {
			elsewhere = append(elsewhere, label(name))
		}
	}
	if len(elsewhere) > 0 {
		t.log.Info("ResourceNotFoundException: a table of that name is in another namespace", slog.String("operation", operation),
			slog.String("table", table), slog.String("namespace", label(here)), slog.Any("elsewhere", elsewhere))
	}
}

// others are the namespaces to look into: all that Postgres has, of files and in memory those that are open.
func (t *tenants) others(ctx context.Context, here string) []string {
	names := append([]string{""}, t.pool.Open()...)
	if t.database.Schemas() != nil {
		if all, err := t.Names(ctx); err == nil {
			names = all
		}
	}
	names = slices.DeleteFunc(names, func(name string) bool { return name == here })
	return names[:min(len(names), mostHints)]
}

// has tells whether there is such a table in a namespace.
func (t *tenants) has(ctx context.Context, name, table string) bool {
	n, err := t.rule.Named(name)
	if err != nil {
		return false
	}
	if schemas := t.database.Schemas(); schemas != nil && name != "" {
		found, err := schemas.HasTable(ctx, n.Schema(), table)
		return found && err == nil
	}
	db := t.database
	if name != "" {
		open, leave, err := t.pool.Enter(ctx, name)
		if err != nil {
			return false
		}
		defer leave()
		db = open.database
	}
	request, err := json.Marshal(map[string]string{"TableName": table})
	if err != nil {
		return false
	}
	_, refusal := db.Do(ctx, "DescribeTable", request, nil)
	return refusal == nil
}

// label is what a namespace is called in the log.
func label(name string) string {
	if name == "" {
		return "(main)"
	}
	return name
}
