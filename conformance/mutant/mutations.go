package main

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
)

// mutation spoils the body of an operation's answer, or says that it leaves it alone.
type mutation func(operation string, status int, body []byte) (spoilt []byte, changed bool)

// mutations are mistakes that a server might really make: each keeps the form of its answers.
var mutations = map[string]mutation{
	"error-text": changeErrorText,
	"lost-item":  loseItem,
	"sort-order": reverseQuery,
}

// answer is a body whose members are kept as they came, but for those that are changed.
type answer map[string]json.RawMessage

// changeErrorText changes one word, the last, in the messages of the two errors that clients meet most.
func changeErrorText(_ string, status int, body []byte) ([]byte, bool) {
	a, kind := answer{}, ""
	if status != http.StatusBadRequest || json.Unmarshal(body, &a) != nil || json.Unmarshal(a["__type"], &kind) != nil {
		return nil, false
	}
	if !strings.HasSuffix(kind, "ValidationException") && !strings.HasSuffix(kind, "ConditionalCheckFailedException") {
		return nil, false
	}
	for _, member := range []string{"message", "Message"} {
		var text string
		if json.Unmarshal(a[member], &text) == nil {
			return a.with(member, text[:strings.LastIndexByte(text, ' ')+1]+"mutated")
		}
	}
	return nil, false
}

// loseItem leaves out the last item of each page that is followed by another, as a server does whose next page begins one item too late.
func loseItem(operation string, status int, body []byte) ([]byte, bool) {
	a, items := page(status, body)
	if operation != "Query" && operation != "Scan" || len(items) == 0 || a["LastEvaluatedKey"] == nil {
		return nil, false
	}
	items = items[:len(items)-1]
	count, err := json.Marshal(len(items))
	if err != nil {
		return nil, false
	}
	a["Count"] = count
	return a.with("Items", items)
}

// reverseQuery gives the items of a page of a Query in the wrong order.
func reverseQuery(operation string, status int, body []byte) ([]byte, bool) {
	a, items := page(status, body)
	if operation != "Query" || len(items) < 2 {
		return nil, false
	}
	slices.Reverse(items)
	return a.with("Items", items)
}

// page is an answer with items; there are none if it is another.
func page(status int, body []byte) (answer, []json.RawMessage) {
	a, items := answer{}, []json.RawMessage{}
	if status != http.StatusOK || json.Unmarshal(body, &a) != nil || json.Unmarshal(a["Items"], &items) != nil {
		return nil, nil
	}
	return a, items
}

// with is the answer with another value of a member.
func (a answer) with(member string, value any) ([]byte, bool) {
	text, err := json.Marshal(value)
	if err != nil {
		return nil, false
	}
	a[member] = text
	body, err := json.Marshal(a)
	return body, err == nil
}
