package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ddbsql/ddbsql/conformance/server"
)

const (
	secret = "secrets" // the owner's table, of which no thief has one of that name
	shared = "shared"  // a table that everybody has
	items  = 30
)

// trial is an owner and thieves of one database.
type trial struct {
	server.Database
	mode    string
	folder  string
	servers []*server.Process
	owner   *caller
	thieves []*caller
	loot    loot
	tokens  int // client request tokens used
}

// credentials are those of the owner and a thief, each of an account of its own: with access-key the accounts are left out, so that ARNs do not
// tell the two apart.
func credentials(mode string) string {
	var b strings.Builder
	for _, of := range []struct{ key, secret, account string }{{"OWNER", "owners-secret", "111111111111"}, {"THIEF", "thiefs-secret", "222222222222"}} {
		fmt.Fprintf(&b, "[%s]\naws_access_key_id = %s\naws_secret_access_key = %s\n", of.key, of.key, of.secret)
		if mode == "account-region" {
			fmt.Fprintf(&b, "aws_account_id = %s\n", of.account)
		}
	}
	return b.String()
}

// start starts the servers and gives everybody tables.
func (t *trial) start() (err error) {
	if t.folder, err = os.MkdirTemp("", "ddbsql-namespaces"); err != nil {
		return err
	}
	file := filepath.Join(t.folder, "credentials")
	if err := os.WriteFile(file, []byte(credentials(t.mode)), 0o600); err != nil {
		return err
	}
	for range t.Servers(2) {
		p, err := t.Start("--namespaces", t.mode, "--credentials-file", file, "--stream-shards", "1")
		if err != nil {
			return err
		}
		t.servers = append(t.servers, p)
	}
	first, last := t.servers[0].URL, t.servers[len(t.servers)-1].URL
	t.owner = &caller{"the owner", "OWNER", "owners-secret", "us-east-1", first}
	t.thieves = []*caller{{"the thief", "THIEF", "thiefs-secret", "us-east-1", last}}
	if t.mode == "account-region" {
		// The owner's own key leads to other data in another region.
		t.thieves = append(t.thieves, &caller{"the owner elsewhere", "OWNER", "owners-secret", "eu-west-1", last})
	}
	if err := fill(t.owner, word, secret, shared); err != nil {
		return err
	}
	for _, thief := range t.thieves {
		if err := fill(thief, "of "+thief.name, shared); err != nil {
			return err
		}
	}
	t.loot, err = collect(t.owner)
	return err
}

func (t *trial) stop() {
	for _, p := range t.servers {
		p.Kill()
	}
	os.RemoveAll(t.folder)
}

// fill makes tables whose items hold a word.
func fill(c *caller, word string, tables ...string) error {
	attribute := func(name string) object { return object{"AttributeName": name, "AttributeType": "S"} }
	key := func(name, kind string) object { return object{"AttributeName": name, "KeyType": kind} }
	for _, table := range tables {
		_, err := c.must("CreateTable", object{
			"TableName": table, "BillingMode": "PAY_PER_REQUEST",
			"AttributeDefinitions": []object{attribute("pk"), attribute("sk")},
			"KeySchema":            []object{key("pk", "HASH"), key("sk", "RANGE")},
			"StreamSpecification":  object{"StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES"},
			"Tags":                 []object{{"Key": "of", "Value": word}},
		})
		if err != nil {
			return err
		}
		for n := range items {
			item := object{"pk": text("p"), "sk": text(fmt.Sprintf("%03d", n)), "v": text(word)}
			if _, err := c.must("PutItem", object{"TableName": table, "Item": item}); err != nil {
				return err
			}
		}
	}
	return nil
}

// run makes the attempts, of all kinds in turn, by all thieves in turn.
func (t *trial) run(attempts int) error {
	counts := map[string]int{}
	for n := range attempts {
		kind := kinds[n%len(kinds)]
		thief := t.thieves[n/len(kinds)%len(t.thieves)]
		if err := kind.try(t, thief); err != nil {
			return fmt.Errorf("attempt %d, %s by %s: %w", n+1, kind.name, thief.name, err)
		}
		counts[kind.name]++
	}
	// The owner is where it was, and is told everything.
	a, err := t.owner.must("Scan", object{"TableName": secret})
	if err == nil && strings.Count(a.text, word) != items {
		err = errors.New("the owner does not find the items: " + a.text)
	}
	if err != nil {
		return err
	}
	var list []string
	for name, n := range counts {
		list = append(list, fmt.Sprintf("%d %s", n, name))
	}
	slices.Sort(list)
	fmt.Printf("%s, --namespaces %s, %d server(s): %d attempts to read across, none succeeded: %s\n",
		t.Kind, t.mode, len(t.servers), attempts, strings.Join(list, ", "))
	return nil
}
