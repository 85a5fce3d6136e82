package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"text/tabwriter"
	"time"
)

// What is swept, and how often.
const (
	sweepTable  = "bench-expiring"
	sweepItems  = 100_000
	sweepSwept  = 1_000 // of them expire in each round
	sweepRounds = 10
	sweepSettle = 500 * time.Millisecond // after the puts, until both parts of a round are measured
	sweepQuiet  = time.Second            // the quiet part of a round
)

// sweepShape is that of the table's items.
var sweepShape = ordinary(sweepItems)

// far is a time in which nothing expires, past one in which everything does.
const (
	far  = 10_000_000_000
	past = -60 // from now, in seconds
)

// measureSweep removes expired items while others are asked for at a steady rate, and compares their latencies with those of quiet
// moments: a thousand of a hundred thousand items expire, ten times.
func measureSweep(st *starter) error {
	kind, _, _ := strings.Cut(st.DB, ":")
	s, err := st.startDdbsql(kind, "--admin", "--ttl-interval", "0")
	if err != nil {
		return err
	}
	defer s.stop()
	if err := fillExpiring(s.side); err != nil {
		return err
	}
	quiet, swept := steadyFigures{name: "quiet"}, steadyFigures{name: "sweep"}
	var took time.Duration
	for round := range sweepRounds {
		if err := expireSome(s.side); err != nil {
			return err
		}
		time.Sleep(sweepSettle)
		if err := quiet.add(s.side, uint64(round), func() error { time.Sleep(sweepQuiet); return nil }); err != nil {
			return err
		}
		err := swept.add(s.side, uint64(round), func() error {
			began := time.Now()
			err := sweep(s.address)
			took += time.Since(began)
			return err
		})
		if err != nil {
			return err
		}
	}
	fmt.Printf("%d sweeps of %d items among %d, %.0f ms each; %d other requests a second, medians over the sweeps:\n",
		sweepRounds, sweepSwept, sweepItems, took.Seconds()*1000/sweepRounds, sweepLoad.rate)
	if err := printSteady(os.Stdout, quiet, swept); err != nil {
		return err
	}
	expired, err := countExpired(s.side)
	if err != nil {
		return err
	}
	fmt.Printf("%d records of the stream are removals by %s\n", expired, userIdentity)
	if err := expireSome(s.side); err != nil {
		return err
	}
	return s.explainSweep()
}

func printSteady(w io.Writer, all ...steadyFigures) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "moment\trequests\tp50 us\tp99 us\t")
	for _, f := range all {
		fmt.Fprintf(t, "%s\t%d\t%.0f\t%.0f\t\n", f.name, f.requests, median(f.p50), median(f.p99))
	}
	return t.Flush()
}

// fillExpiring makes the table with its time to live, items none of which expires, and a stream.
func fillExpiring(s side) error {
	if err := makeExpiring(s); err != nil {
		return err
	}
	if err := fill(s, sweepShape, filling{table: sweepTable, count: sweepItems, item: expiringItem(far)}); err != nil {
		return err
	}
	c, err := s.dial()
	if err != nil {
		return err
	}
	defer c.close()
	return openStream(c, s)
}

// makeExpiring makes the table with its time to live and an index.
func makeExpiring(s side) error {
	c, err := s.dial()
	if err != nil {
		return err
	}
	defer c.close()
	for _, r := range []struct{ op, body string }{
		{"CreateTable", `{"TableName":"` + sweepTable + `","BillingMode":"PAY_PER_REQUEST",
			"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"grp","AttributeType":"S"}],"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],
			"GlobalSecondaryIndexes":[{"IndexName":"by-group","KeySchema":[{"AttributeName":"grp","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}]}`},
		{"UpdateTimeToLive", `{"TableName":"` + sweepTable + `","TimeToLiveSpecification":{"Enabled":true,"AttributeName":"expires"}}`},
	} {
		if err := c.do(prefix(s.address, r.op), []byte(r.body)); err != nil {
			return fmt.Errorf("%s: %w", r.op, err)
		}
	}
	return nil
}

// expireSome puts items that have expired.
func expireSome(s side) error {
	return fill(s, sweepShape, filling{table: sweepTable, count: sweepSwept, item: expiringItem(time.Now().Unix() + past)})
}

// expiringItem appends items that expire at a time.
func expiringItem(expires int64) itemFunc {
	return func(g *generator, dst []byte, id int) []byte {
		dst = fmt.Appendf(append(dst, '{'), `"pk":{"S":"item-%d"},"grp":{"S":"group-%d"},"expires":{"N":"%d"}`, id, id%perPartition, expires)
		return append(g.appendAttributes(dst), '}')
	}
}

// sweep asks the server to remove expired items, and refuses another number of them than was put.
func sweep(address string) error {
	var did struct{ Items int }
	if err := act(address, "ttl/sweep", &did); err != nil {
		return err
	}
	if did.Items != sweepSwept {
		return fmt.Errorf("swept %d items", did.Items)
	}
	return nil
}

// explainSweep stops the server and prints how it finds and removes a page of expired items.
func (s *subject) explainSweep() error {
	if err := s.process.Stop(); err != nil {
		return err
	}
	cmd := exec.Command(s.binary, "explain", "--db", s.db, "--target", "ttl/sweep")
	cmd.Stdin = strings.NewReader(`{"TableName":"` + sweepTable + `"}`)
	out, err := cmd.CombinedOutput()
	fmt.Printf("\n%s", out)
	return err
}
