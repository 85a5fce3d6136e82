package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"github.com/ddbsql/ddbsql/conformance/server"
)

// trial is all phases on one database.
type trial struct {
	options
	server.Database
	process    *server.Process
	out        io.Writer
	clients    []*client
	partitions chan *partition // those that no client has
}

// result is what the phases found.
type result struct {
	peak, before, during, after *figures
	memory                      int64 // MB that were resident at most
}

func (tr *trial) run() error {
	if err := tr.createTable(); err != nil {
		return err
	}
	tr.partitions = make(chan *partition, tr.connections)
	for i := range tr.connections {
		tr.clients = append(tr.clients, &client{address: strings.TrimPrefix(tr.process.URL, "http://")})
		tr.partitions <- newPartition(i)
	}
	if err := tr.all((*partition).fill); err != nil {
		return fmt.Errorf("fill the table: %w", err)
	}
	r, err := tr.phases()
	if err != nil {
		return err
	}
	if err := tr.all((*partition).query); err != nil {
		return fmt.Errorf("read back: %w", err)
	}
	return tr.judge(r)
}

func (tr *trial) createTable() error {
	_, err := server.NewClient(tr.process.URL).CreateTable(context.Background(), &dynamodb.CreateTableInput{
		TableName: aws.String(table), BillingMode: types.BillingModePayPerRequest,
		KeySchema: []types.KeySchemaElement{
			{AttributeName: aws.String("pk"), KeyType: types.KeyTypeHash}, {AttributeName: aws.String("sk"), KeyType: types.KeyTypeRange}},
		AttributeDefinitions: []types.AttributeDefinition{
			{AttributeName: aws.String("pk"), AttributeType: types.ScalarAttributeTypeS}, {AttributeName: aws.String("sk"), AttributeType: types.ScalarAttributeTypeN}},
	})
	return err
}

// phases are: once to warm up and once for the peak, half of it, the overload, and half of the peak again.
func (tr *trial) phases() (r result, err error) {
	few := tr.clients[:min(tr.busy, len(tr.clients))]
	if _, err = tr.load(tr.clients, 0, tr.calm); err != nil {
		return r, fmt.Errorf("warming up: %w", err)
	}
	if r.peak, err = tr.load(few, 0, tr.calm); err != nil {
		return r, fmt.Errorf("peak: %w", err)
	}
	half := r.peak.rate() / 2
	if r.before, err = tr.load(tr.clients, half, tr.calm); err != nil {
		return r, fmt.Errorf("half of the peak: %w", err)
	}
	stop := tr.watchMemory(&r.memory)
	defer stop()
	if r.during, err = tr.load(tr.clients, r.peak.rate()*tr.factor, tr.length); err != nil {
		return r, fmt.Errorf("overload: %w", err)
	}
	if r.after, err = tr.load(tr.clients, half, max(tr.calm, 2*tr.recovery)); err != nil {
		return r, fmt.Errorf("after the overload: %w", err)
	}
	return r, nil
}

func (tr *trial) load(clients []*client, rate float64, length time.Duration) (*figures, error) {
	return load{clients: clients, partitions: tr.partitions, rate: rate, length: length}.run()
}

// watchMemory notes the most MB that are resident, until it is stopped.
func (tr *trial) watchMemory(most *int64) (stop func()) {
	done := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		for {
			*most = max(*most, resident(tr.process.PID()))
			select {
			case <-time.After(slot):
			case <-done:
				return
			}
		}
	})
	return func() { close(done); wg.Wait() }
}

// resident is how many MB of a process are in memory; 0 if it has ended.
func resident(pid int) int64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	_, line, _ := strings.Cut(string(status), "VmRSS:")
	line, _, _ = strings.Cut(line, "kB")
	kilobytes, _ := strconv.ParseInt(strings.TrimSpace(line), 10, 64) // the system writes numbers there
	return kilobytes >> 10
}

// all does something with each partition, while nothing else is asked for.
func (tr *trial) all(do func(*partition) (accepted bool, err error)) error {
	for range tr.connections {
		p := <-tr.partitions
		p.client = tr.clients[0]
		accepted, err := do(p)
		tr.partitions <- p
		if err != nil {
			return err
		}
		if !accepted {
			return errors.New("the server throttles, or is gone")
		}
	}
	return nil
}
