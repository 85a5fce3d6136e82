package engine

import (
	"sync"

	"github.com/ddbsql/ddbsql/backends"
)

// together does the n parts of a batch at the same time, so that the database can do them together. Its error is that of parts that could not
// be run or judged; that nothing happened is not said of a batch of which something did.
func together(n int, do func(i int) error) error {
	if n == 1 {
		return do(0)
	}
	ends := make([]end, n)
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() {
			defer func() { ends[i].panicked = recover() }()
			ends[i].err = do(i)
		})
	}
	all.Wait()
	return failureOf(ends)
}

// end is how a part of a batch ended.
type end struct {
	err      error
	panicked any
}

func failureOf(ends []end) error {
	var failure error
	done := false
	for i := range ends {
		if p := ends[i].panicked; p != nil {
			panic(p) // where somebody answers for it
		}
		if err := ends[i].err; err == nil {
			done = true
		} else if failure == nil || !isCode(err, backends.CodeUnavailable) {
			failure = err
		}
	}
	if done && isCode(failure, backends.CodeUnavailable) {
		return &backends.Error{Code: backends.CodeUnknown, Op: "write", Err: failure}
	}
	return failure
}
