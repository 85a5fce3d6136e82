package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strconv"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"github.com/ddbsql/ddbsql/conformance/registers"
)

const (
	accounts = 20
	highest  = 20
)

// transfer moves an amount from one account to another and leaves a receipt, all in one transaction. Accounts may have less than nothing.
type transfer struct {
	id               string
	from, to, amount int
}

// bank knows of each transfer how often it may have happened.
type bank struct {
	mu          sync.Mutex
	transfers   map[string]transfer
	least, most map[string]int
}

func newBank() *bank {
	return &bank{transfers: map[string]transfer{}, least: map[string]int{}, most: map[string]int{}}
}

func (b *bank) note(t transfer, least, most int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.transfers[t.id], b.least[t.id], b.most[t.id] = t, least, most
}

func accountKey(n int) string { return "account-" + strconv.Itoa(n) }

func (tr *trial) openAccounts() error {
	var in dynamodb.TransactWriteItemsInput
	for n := range accounts {
		in.TransactItems = append(in.TransactItems, types.TransactWriteItem{Put: &types.Put{TableName: aws.String(bankTable), Item: item{"pk": str(accountKey(n)), "n": registers.Number(0)}}})
	}
	_, err := tr.fleet.clients[0].TransactWriteItems(context.Background(), &in)
	return err
}

// transfer sends a transfer in one of several ways.
func (c *client) transfer() {
	c.sent++
	from := rand.IntN(accounts)
	t := transfer{id: fmt.Sprintf("receipt-%d-%d", c.id, c.sent), from: from, to: (from + 1 + rand.IntN(accounts-1)) % accounts, amount: 1 + rand.IntN(highest)}
	switch n := rand.IntN(10); {
	case n < 4:
		c.transferOnce("transfer", t, t.write)
	case n < 5:
		c.transferOnce("transfer, to be refused", t, t.writeRefused)
	case n < 8:
		c.transferWithToken("transfer with token", t, t.write)
	default:
		c.transferWithToken("transfer with token, PartiQL", t, t.execute)
	}
}

// way sends a transfer, with a token unless it is nil.
type way func(ctx context.Context, sdk *dynamodb.Client, token *string) error

func (c *client) transferOnce(kind string, t transfer, send way) {
	switch c.send(kind, func(ctx context.Context, sdk *dynamodb.Client) error { return send(ctx, sdk, nil) }) {
	case done:
		c.bank.note(t, 1, 1)
	case unknown:
		c.bank.note(t, 0, 1)
	default:
		c.bank.note(t, 0, 0)
	}
}

// tokenPatience is how long a transfer is sent again with its token. The service keeps tokens for ten minutes.
const tokenPatience = time.Minute

// transferWithToken sends a transfer until it is done, and now and then once more.
func (c *client) transferWithToken(kind string, t transfer, send way) {
	most := 0 // times it can have happened
	for began := time.Now(); time.Since(began) < tokenPatience; {
		o := c.send(kind, func(ctx context.Context, sdk *dynamodb.Client) error { return send(ctx, sdk, &t.id) })
		if o == unknown {
			most = 1
		}
		if o != done {
			continue
		}
		c.bank.note(t, 1, 1)
		if rand.IntN(4) == 0 {
			c.send(kind+", again", func(ctx context.Context, sdk *dynamodb.Client) error { return send(ctx, sdk, &t.id) })
		}
		return
	}
	c.bank.note(t, 0, most)
}

func (t transfer) update(key, expression string, values item) types.TransactWriteItem {
	return types.TransactWriteItem{Update: &types.Update{
		TableName: aws.String(bankTable), Key: item{"pk": str(key)}, UpdateExpression: &expression, ExpressionAttributeValues: values,
	}}
}

func (t transfer) actions() []types.TransactWriteItem {
	return []types.TransactWriteItem{
		t.update(accountKey(t.from), "ADD n :n", item{":n": registers.Number(-t.amount)}),
		t.update(accountKey(t.to), "ADD n :n", item{":n": registers.Number(t.amount)}),
		t.update(t.id, "ADD times :one", item{":one": registers.Number(1)}),
	}
}

func (t transfer) write(ctx context.Context, sdk *dynamodb.Client, token *string) error {
	_, err := sdk.TransactWriteItems(ctx, &dynamodb.TransactWriteItemsInput{TransactItems: t.actions(), ClientRequestToken: token})
	return err
}

// writeRefused has a condition that does not hold.
func (t transfer) writeRefused(ctx context.Context, sdk *dynamodb.Client, _ *string) error {
	actions := t.actions()
	actions[1].Update.ConditionExpression = aws.String("attribute_not_exists(n)")
	_, err := sdk.TransactWriteItems(ctx, &dynamodb.TransactWriteItemsInput{TransactItems: actions})
	return err
}

func (t transfer) execute(ctx context.Context, sdk *dynamodb.Client, token *string) error {
	change := func(n, by int) types.ParameterizedStatement {
		return types.ParameterizedStatement{Statement: aws.String(`UPDATE "bank" SET n = n + ? WHERE pk = ?`), Parameters: []types.AttributeValue{registers.Number(by), str(accountKey(n))}}
	}
	_, err := sdk.ExecuteTransaction(ctx, &dynamodb.ExecuteTransactionInput{ClientRequestToken: token, TransactStatements: []types.ParameterizedStatement{
		change(t.from, -t.amount), change(t.to, t.amount),
		{Statement: aws.String(`INSERT INTO "bank" VALUE {'pk': ?, 'times': 1}`), Parameters: []types.AttributeValue{str(t.id)}},
	}})
	return err
}

// audit reads all accounts in one snapshot: their sum is nothing.
func (c *client) audit() {
	var in dynamodb.TransactGetItemsInput
	for n := range accounts {
		in.TransactItems = append(in.TransactItems, types.TransactGetItem{Get: &types.Get{TableName: aws.String(bankTable), Key: item{"pk": str(accountKey(n))}}})
	}
	var out *dynamodb.TransactGetItemsOutput
	o := c.send("audit of accounts", func(ctx context.Context, sdk *dynamodb.Client) (err error) {
		out, err = sdk.TransactGetItems(ctx, &in)
		return err
	})
	if o != done {
		return
	}
	sum := 0
	for _, r := range out.Responses {
		n, err := registers.NumberIn(r.Item)
		if err != nil {
			c.tally.violation("audit: %v", err)
		}
		sum += n
	}
	if sum != 0 {
		c.tally.violation("TORN SNAPSHOT: accounts sum to %d", sum)
	}
}

// judgeBank compares receipts with what clients know, and accounts with receipts.
func (tr *trial) judgeBank(ctx context.Context) error {
	table, err := tr.scan(ctx, bankTable, "")
	if err != nil {
		return err
	}
	var want [accounts]int
	happened := 0
	for id, t := range tr.bank.transfers {
		times := 0
		if receipt := table[id+"/"]; receipt != nil {
			if times, err = strconv.Atoi(receipt["times"]); err != nil {
				return err
			}
		}
		if times < tr.bank.least[id] || times > tr.bank.most[id] {
			tr.tally.violation("%+v happened %d times, must be %d to %d", t, times, tr.bank.least[id], tr.bank.most[id])
		}
		want[t.from] -= t.amount * times
		want[t.to] += t.amount * times
		happened += times
	}
	for n := range accounts {
		if has := table[accountKey(n)+"/"]["n"]; has != strconv.Itoa(want[n]) {
			tr.tally.violation("account %d has %s, its receipts give %d", n, has, want[n])
		}
	}
	if others := len(table) - accounts; others > happened {
		tr.tally.violation("%d receipts of %d transfers", others, happened)
	}
	fmt.Fprintf(tr.out, "%s: %d transfers, of which %d happened: accounts were compared with receipts\n", tr.Kind, len(tr.bank.transfers), happened)
	return nil
}
