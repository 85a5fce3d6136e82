//go:build linux

package faults

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"github.com/ddbsql/ddbsql/conformance/server"
)

const (
	pageSize = 8192
	// storedItems fill some dozens of pages, of the table and of its index.
	storedItems = 300
)

// stored gives a database with items, which was closed.
func stored(t *testing.T) (path string) {
	t.Helper()
	s := startNew(t)
	s.fill(t, storedItems)
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	return s.path
}

// damage changes the content of a database file.
type damage func(t *testing.T, path string, file []byte) []byte

// overwritten puts bytes at an offset.
func overwritten(offset int, with ...byte) damage {
	return func(_ *testing.T, _ string, file []byte) []byte {
		copy(file[offset:], with)
		return file
	}
}

// pageOverwritten fills a page with something.
func pageOverwritten(find func(t *testing.T, path string, file []byte) int64, with func(page []byte)) damage {
	return func(t *testing.T, path string, file []byte) []byte {
		begin := (find(t, path, file) - 1) * pageSize
		with(file[begin : begin+pageSize])
		return file
	}
}

// rootOf finds the first page of a table.
func rootOf(pattern string) func(t *testing.T, path string, file []byte) int64 {
	return func(t *testing.T, path string, _ []byte) int64 { return rootPage(t, path, pattern) }
}

// pageOfAnItem finds a page that holds one.
func pageOfAnItem(t *testing.T, _ string, file []byte) int64 {
	at := bytes.Index(file, []byte("17 payload"))
	if at < 0 {
		t.Fatal("no such item")
	}
	return int64(at)/pageSize + 1
}

func zeros(page []byte) { clear(page) }

func garbage(page []byte) {
	random := rand.NewChaCha8([32]byte{1})
	_, _ = random.Read(page) // it never fails
}

// A damaged file is refused, or what cannot be read is an error, and the rest is answered: no answer is wrong. `ddbsql check` names the
// damage. (A value that was changed into another one is no damage that the file shows.)
func TestCorruptedFiles(t *testing.T) {
	intact := stored(t)
	for _, c := range []struct {
		name   string
		damage damage
		says   string // what check prints, at least
	}{
		{"the mark of a database is overwritten", overwritten(0, 'X', 'X', 'X', 'X'), "no SQLite database"},
		{"the size of pages is nonsense", overwritten(16, 3, 7), "no SQLite database"},
		{"the schema's page is nothing but zeros", overwritten(100, make([]byte, pageSize-100)...), "is damaged"},
		{"a page of items is nothing but zeros", pageOverwritten(pageOfAnItem, zeros), "malformed"},
		{"a page of items is garbage", pageOverwritten(pageOfAnItem, garbage), "malformed"},
		{"the first page of the table is garbage", pageOverwritten(rootOf("ddbsql_t[0-9]"), garbage), "malformed"},
		{"the first page of the index is nothing but zeros", pageOverwritten(rootOf("ddbsql_t[0-9]_i[0-9]"), zeros), "malformed"},
		{"the first page of the index is garbage", pageOverwritten(rootOf("ddbsql_t[0-9]_i[0-9]"), garbage), "malformed"},
		{"half of the file is missing", func(_ *testing.T, _ string, file []byte) []byte { return file[:len(file)/2/pageSize*pageSize] }, "is damaged"},
		{"the last pages are missing", func(_ *testing.T, _ string, file []byte) []byte { return file[:len(file)-5*pageSize-pageSize/2] }, "is damaged"},
	} {
		t.Run(c.name, func(t *testing.T) {
			file, err := os.ReadFile(intact)
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), "faults.db")
			if err := os.WriteFile(path, c.damage(t, intact, file), 0o600); err != nil {
				t.Fatal(err)
			}
			printed, ok := command("check", path)
			if ok || !strings.Contains(printed, c.says) {
				t.Errorf("check does not name the damage (%q):\n%s", c.says, printed)
			}
			servesNothingWrong(t, path)
		})
	}
}

// servesNothingWrong looks at all answers of a server on a damaged file, if it starts.
func servesNothingWrong(t *testing.T, path string) {
	t.Helper()
	p, err := server.Start(server.Options{Binary: binary, DB: "sqlite:" + path})
	if err != nil {
		if strings.Contains(err.Error(), "goroutine ") {
			t.Errorf("it panicked: %v", err)
		}
		return
	}
	defer p.Kill()
	s := &subject{Process: p, path: path, db: server.NewClient(p.URL)}
	for id := range storedItems {
		if has, err := s.has(id); err != nil && code(err) == "" || err == nil && !has {
			t.Fatalf("item %d: there: %t, %v", id, has, err)
		}
	}
	for kind := range 5 {
		if err := s.judgeQuery(kind); err != nil {
			t.Error(err)
		}
	}
	if err := s.put(1); err != nil && code(err) == "" {
		t.Error(err)
	}
	if !s.Running() || strings.Contains(s.Log(), "panic") {
		t.Errorf("it panicked:\n%s", s.Log())
	}
}

// judgeQuery queries the index: all items or an error.
func (s *subject) judgeQuery(kind int) error {
	found := 0
	pages := dynamodb.NewQueryPaginator(s.db, &dynamodb.QueryInput{
		TableName: aws.String(table), IndexName: aws.String("kinds"), KeyConditionExpression: aws.String("kind = :kind"),
		ExpressionAttributeValues: map[string]types.AttributeValue{":kind": &types.AttributeValueMemberS{Value: fmt.Sprintf("kind-%d", kind)}},
	})
	for pages.HasMorePages() {
		page, err := pages.NextPage(context.Background())
		if code(err) != "" {
			return nil
		}
		if err != nil {
			return err
		}
		found += len(page.Items)
	}
	if found != storedItems/5 {
		return fmt.Errorf("kind %d has %d items", kind, found)
	}
	return nil
}

// The log of changes that are not in the file yet has checksums: what follows a damaged place never happened, and what was before it is whole.
func TestCorruptedLogs(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(log []byte) []byte
	}{
		{"the end is missing", func(log []byte) []byte { return log[:len(log)*3/4] }},
		{"a bit in the middle is flipped", func(log []byte) []byte { log[len(log)/2] ^= 1; return log }},
		{"its beginning is overwritten", func(log []byte) []byte { copy(log, "no log at all"); return log }},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := startNew(t)
			s.fill(t, 40)
			s.Kill()
			log, err := os.ReadFile(s.path + "-wal")
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(s.path+"-wal", c.spoil(log), 0o600); err != nil {
				t.Fatal(err)
			}
			if printed, ok := command("check", s.path); !ok {
				t.Errorf("check: %s", printed)
			}
			again := start(t, s.path)
			last := true
			for id := range 40 {
				has, err := again.has(id)
				if code(err) == "ResourceNotFoundException" {
					return // the table's creation was in the log, too
				}
				if err != nil || has && !last {
					t.Fatalf("item %d is there: %t, the one before: %t, %v", id, has, last, err)
				}
				last = has
			}
		})
	}
}
