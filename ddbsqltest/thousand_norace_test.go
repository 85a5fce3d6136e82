//go:build !race

// The race detector takes memory of its own for each goroutine: under it there is no limit to keep.

package ddbsqltest_test

import (
	"bufio"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/ddbsql/ddbsql/ddbsqltest"
)

// TestAThousandServersAtOnceNeedLessThanTwoGigabytes is what a thousand parallel tests are: each has a server, makes a table, and writes and
// reads an item. None ends before all are done. The limit is on the whole process, with the SDK's clients.
func TestAThousandServersAtOnceNeedLessThanTwoGigabytes(t *testing.T) {
	const servers, limit = 1000, 2 << 30
	before := residentPeak(t)
	var done sync.WaitGroup
	for range servers {
		srv := ddbsqltest.Start(t)
		done.Go(func() {
			db := srv.Client()
			makeTable(t, db, "orders")
			put(t, db, "orders", item{"id": str("a")})
			if got := ids(t, db, "orders"); !slices.Equal(got, []string{"a"}) {
				t.Errorf("a server has %v", got)
			}
		})
	}
	done.Wait()
	peak := residentPeak(t)
	t.Logf("%d servers: %d MB, before them %d MB", servers, peak>>20, before>>20)
	if peak > limit {
		t.Errorf("the process took %d MB", peak>>20)
	}
}

// residentPeak is the most memory that the process has had, in bytes; 0 where the system does not tell.
func residentPeak(t *testing.T) int64 {
	f, err := os.Open("/proc/self/status")
	if err != nil {
		return 0
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if kb, ok := strings.CutPrefix(lines.Text(), "VmHWM:"); ok {
			n, err := strconv.ParseInt(strings.Fields(kb)[0], 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			return n << 10
		}
	}
	return 0
}
