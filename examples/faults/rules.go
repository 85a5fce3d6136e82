package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
)

// rules are those of a ddbsql with --admin.
type rules struct{ url string }

// add adds a rule of faults.
func (r rules) add(ctx context.Context, rule string) error {
	return r.administer(ctx, "faults", rule, &struct{}{})
}

// clear removes all rules.
func (r rules) clear(ctx context.Context) error {
	return r.administer(ctx, "faults/clear", "", &struct{}{})
}

// given is how many faults the only rule gave.
func (r rules) given(ctx context.Context) (int, error) {
	var list struct{ Rules []struct{ Injected int } }
	if err := r.administer(ctx, "faults/list", "", &list); err != nil {
		return 0, err
	}
	if len(list.Rules) != 1 {
		return 0, fmt.Errorf("there are %d rules, want one", len(list.Rules))
	}
	return list.Rules[0].Injected, nil
}

func (r rules) administer(ctx context.Context, act, body string, answer any) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, r.url+"/_ddbsql/"+act, strings.NewReader(body))
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: status %s", act, resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(answer)
}
