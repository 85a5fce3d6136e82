package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"time"
)

// sides are the databases whose servers are compared.
var sides = [2]string{"sqlite", "postgres"}

// lane sends one request after the other to both servers, in the same order, to tables of its own.
type lane struct {
	*maker
	lines [2]*line
	told  [2]map[string]string // by @name@: what each side's answers told last
	done  map[int]int          // random requests that were answered, by the status of the first side's answer
	outs  [2][]byte
	since []string // what was sent and may have written since the tables were compared last
}

func newLane(seed uint64, n int, addresses [2]string) *lane {
	l := &lane{maker: newMaker(seed, n), done: map[int]int{}}
	for i, address := range addresses {
		l.lines[i], l.told[i] = &line{address: address}, map[string]string{}
	}
	return l
}

// prepare makes the lane's tables.
func (l *lane) prepare() error {
	for _, s := range schemas {
		r := &request{operation: "CreateTable", body: l.createTable(s)}
		both, err := l.exchange(r)
		if err != nil {
			return err
		}
		if both[0].status != 200 || both[1].status != 200 {
			return fmt.Errorf("%s: %s\n%s", r.text(), both[0].body, both[1].body)
		}
		if err := l.settle(l.prefix + s.name); err != nil {
			return err
		}
	}
	return nil
}

// exchange sends a request to both servers and reads both answers.
func (l *lane) exchange(r *request) (both [2]answer, err error) {
	body := r.text()
	for i, line := range l.lines {
		mine := l.fill(body, i)
		l.outs[i] = append(r.head.append(l.outs[i][:0], r.operation, len(mine)), mine...)
		if err := line.sendAgain(l.outs[i]); err != nil {
			return both, l.silence(i, err)
		}
	}
	for i, line := range l.lines {
		both[i], err = line.receive(r.head.method)
		if err != nil {
			return both, l.silence(i, err)
		}
	}
	return both, nil
}

// silence says how a side did not answer. What the other side has still to say is not waited for.
func (l *lane) silence(side int, err error) error {
	for _, line := range l.lines {
		line.hangUp()
	}
	if errors.Is(err, os.ErrDeadlineExceeded) {
		return fmt.Errorf("%s does not answer within %v", sides[side], answerTime)
	}
	return fmt.Errorf("%s ends the connection without an answer", sides[side])
}

// reset makes the lane's tables anew, so that what went wrong once is not found again and again.
func (l *lane) reset() error {
	for _, s := range schemas {
		if _, err := l.exchange(&request{operation: "DeleteTable", body: obj("TableName", text(l.prefix+s.name))}); err != nil {
			return err
		}
		if err := l.settle(l.prefix + s.name); err != nil {
			return err
		}
	}
	return l.prepare()
}

// fill puts what this side's answers told where the request asks for it.
func (l *lane) fill(body []byte, side int) []byte {
	if !bytes.ContainsRune(body, '@') {
		return body
	}
	for name, value := range l.told[side] {
		body = bytes.ReplaceAll(body, []byte(name), []byte(value))
	}
	return body
}

// odd is a request, mostly changed in some places.
func (l *lane) odd() *request {
	r := l.request()
	l.mutate(r)
	return r
}

// step sends a random request and says what is wrong with its answers.
func (l *lane) step() (r *request, both [2]answer, fault string) {
	for r = l.odd(); r.makesForeign(l.prefix) || r.storesOwn(); r = l.odd() {
	}
	both, err := l.exchange(r)
	if err != nil {
		return r, both, r.operation + ": " + err.Error()
	}
	l.done[both[0].status]++
	l.note(r, both)
	if fault = judge(r, both); fault != "" {
		return r, both, fault
	}
	if both[0].status == 200 && r.private() && !both[0].cut() && !both[1].cut() {
		l.learn(r, both)
	}
	if r.changes && both[0].status == 200 {
		if err := l.settle(l.prefix + "comes-and-goes"); err != nil {
			return r, both, r.operation + ": " + err.Error()
		}
	}
	return r, both, ""
}

// learn notes the places where pages stop, and what each side calls its streams.
func (l *lane) learn(r *request, both [2]answer) {
	opaque := bytes.Contains(both[0].body, []byte(`"LatestStreamArn"`)) || bytes.Contains(both[0].body, []byte(`"StreamArn"`)) ||
		bytes.Contains(both[0].body, []byte(`Iterator"`)) || bytes.Contains(both[0].body, []byte(`"NextToken"`)) || bytes.Contains(both[0].body, []byte(`"SequenceNumber"`))
	if opaque {
		for i, a := range both {
			var v any
			if json.Unmarshal(a.body, &v) == nil {
				if r.numbered() {
					l.learnNumbered(v, i)
				} else {
					harvest(v, l.told[i])
				}
			}
		}
	}
	if !bytes.Contains(both[0].body, []byte(`"LastEvaluatedKey"`)) {
		return
	}
	var page struct{ LastEvaluatedKey map[string]map[string]string }
	if json.Unmarshal(both[0].body, &page) != nil || len(page.LastEvaluatedKey) == 0 {
		return
	}
	const kept = 50
	if len(l.cursors) == kept {
		l.cursors = l.cursors[1:]
	}
	l.cursors = append(l.cursors, cursorOf(page.LastEvaluatedKey))
}

func (l *lane) learnNumbered(answer any, side int) {
	if members, ok := answer.(map[string]any); ok {
		if iterator, ok := members["ShardIterator"].(string); ok {
			l.told[side][numberedIterator] = iterator
		}
	}
}

// settleInterval is how often is asked whether both sides are done with a table.
const settleInterval = 5 * time.Millisecond

// settle waits until both sides are done with what was asked of a table.
func (l *lane) settle(table string) error {
	r := &request{operation: "DescribeTable", body: obj("TableName", text(table))}
	for deadline := time.Now().Add(answerTime); time.Now().Before(deadline); time.Sleep(settleInterval) {
		both, err := l.exchange(r)
		if err != nil {
			return err
		}
		if !underWay(both[0].body) && !underWay(both[1].body) {
			return nil
		}
	}
	return errors.New("a table stays on its way")
}

func underWay(body []byte) bool {
	for _, status := range []string{`"CREATING"`, `"UPDATING"`, `"DELETING"`, `"ENABLING"`, `"DISABLING"`} {
		if bytes.Contains(body, []byte(status)) {
			return true
		}
	}
	return false
}
