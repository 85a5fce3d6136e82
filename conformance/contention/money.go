package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync/atomic"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"golang.org/x/sync/errgroup"

	"github.com/ddbsql/ddbsql/conformance/registers"
)

const (
	bankTable = registers.Table("bank")
	accounts  = 20
	deposit   = 100
	// highest is the most that is moved at once: enough for an account to run out of money now and then.
	highest = 20
)

// bank counts what movers and auditors did.
type bank struct{ moves, conflicts, refusals, snapshots atomic.Int64 }

// moveMoney lets movers and auditors work for the time of the trial.
func (tr *trial) moveMoney() error {
	first := tr.client(0)
	if err := openAccounts(first); err != nil {
		return err
	}
	var b bank
	began := time.Now()
	group, ctx := errgroup.WithContext(context.Background())
	over := began.Add(tr.moving)
	for i := range tr.clients {
		client := tr.client(i)
		group.Go(func() error { return until(ctx, over, func() error { return b.move(ctx, client) }) })
	}
	for i := range tr.auditors {
		client := tr.client(i)
		group.Go(func() error { return until(ctx, over, func() error { return b.audit(ctx, client) }) })
	}
	if err := group.Wait(); err != nil {
		return err
	}
	took := time.Since(began)
	if err := b.audit(context.Background(), first); err != nil {
		return err
	}
	if b.moves.Load() == 0 || b.snapshots.Load() == 1 {
		return errors.New("nothing happened")
	}
	perSecond := func(n *atomic.Int64) float64 { return float64(n.Load()) / took.Seconds() }
	tr.report("%d moves in %.0f s (%.0f/s), %d conflicts, %d accounts without money; %d snapshots of %d accounts (%.0f/s), each of the same sum",
		b.moves.Load(), took.Seconds(), perSecond(&b.moves), b.conflicts.Load(), b.refusals.Load(), b.snapshots.Load(), accounts, perSecond(&b.snapshots))
	return nil
}

// until repeats work until the time is over, it fails, or the context ends because another's work failed.
func until(ctx context.Context, over time.Time, work func() error) error {
	for time.Now().Before(over) && ctx.Err() == nil {
		if err := work(); err != nil {
			return err
		}
	}
	return nil
}

func openAccounts(client *dynamodb.Client) error {
	if err := bankTable.Create(client); err != nil {
		return err
	}
	var in dynamodb.TransactWriteItemsInput
	for i := range accounts {
		in.TransactItems = append(in.TransactItems, types.TransactWriteItem{
			Put: &types.Put{TableName: aws.String(string(bankTable)), Item: registers.ItemOf(i, deposit)},
		})
	}
	_, err := client.TransactWriteItems(context.Background(), &in)
	return err
}

// change is an action that adds to an account if it then has no less than nothing.
func change(account, amount int) types.TransactWriteItem {
	return types.TransactWriteItem{Update: &types.Update{
		TableName: aws.String(string(bankTable)), Key: registers.KeyOf(account),
		UpdateExpression: aws.String("ADD n :amount"), ConditionExpression: aws.String("n >= :least"),
		ExpressionAttributeValues: map[string]types.AttributeValue{":amount": registers.Number(amount), ":least": registers.Number(max(-amount, 0))},
	}}
}

// move moves money between two accounts, or is told why not.
func (b *bank) move(ctx context.Context, client *dynamodb.Client) error {
	from, to := rand.IntN(accounts), rand.IntN(accounts-1)
	if to >= from {
		to++
	}
	amount := 1 + rand.IntN(highest)
	_, err := client.TransactWriteItems(ctx, &dynamodb.TransactWriteItemsInput{
		TransactItems: []types.TransactWriteItem{change(from, -amount), change(to, amount)},
	})
	var canceled *types.TransactionCanceledException
	switch {
	case err == nil:
		b.moves.Add(1)
	case errors.As(err, &canceled) && hasReason(canceled, "TransactionConflict"):
		b.conflicts.Add(1)
	case errors.As(err, &canceled) && hasReason(canceled, "ConditionalCheckFailed"):
		b.refusals.Add(1)
	case ctx.Err() == nil:
		return err
	}
	return nil
}

func hasReason(canceled *types.TransactionCanceledException, code string) bool {
	return slices.ContainsFunc(canceled.CancellationReasons, func(r types.CancellationReason) bool { return aws.ToString(r.Code) == code })
}

// audit sums up all accounts in one snapshot.
func (b *bank) audit(ctx context.Context, client *dynamodb.Client) error {
	var in dynamodb.TransactGetItemsInput
	for i := range accounts {
		in.TransactItems = append(in.TransactItems, types.TransactGetItem{Get: &types.Get{TableName: aws.String(string(bankTable)), Key: registers.KeyOf(i)}})
	}
	out, err := client.TransactGetItems(ctx, &in)
	switch {
	case ctx.Err() != nil:
		return nil
	case err != nil:
		return err
	}
	sum := 0
	for _, r := range out.Responses {
		n, err := registers.NumberIn(r.Item)
		if err != nil {
			return err
		}
		sum += n
	}
	if sum != accounts*deposit || len(out.Responses) != accounts {
		return fmt.Errorf("TORN SNAPSHOT: %d accounts sum to %d, want %d", len(out.Responses), sum, accounts*deposit)
	}
	b.snapshots.Add(1)
	return nil
}
