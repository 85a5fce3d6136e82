package main

import (
	"cmp"
	"context"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"
	"time"

	"github.com/aws/smithy-go"
)

const pause = 500 * time.Millisecond

// step is one step of the scenario; FORMAT.md describes its members.
type step struct {
	Name, Operation, Wait, Fault        string
	High, Paginate, Unprocessed, Shards bool
	Within                              float64
	Segments                            int
	Input, Expect                       any
	Error                               object
	Capture                             map[string]string
}

// skipped is the reason why a step cannot be judged.
type skipped string

func (s skipped) Error() string { return string(s) }

type driver struct {
	settings
	compare   comparison
	variables object
	layers    map[string]*layer // by what the layer is called and its endpoint
}

func newDriver(s settings) *driver {
	run := make([]byte, 8)
	rand.Read(run)
	variables := object{"prefix": s.prefix, "run": hex.EncodeToString(run)}
	return &driver{settings: s, compare: comparison{byValue: s.layer == "high"}, variables: variables, layers: map[string]*layer{}}
}

// judge performs a step, again while it may, and returns what differs first, or nothing.
func (d *driver) judge(st step) error {
	end := time.Now().Add(time.Duration(st.Within * float64(time.Second)))
	for {
		err := d.attempt(st)
		if err == nil || time.Now().After(end) {
			return err
		}
		time.Sleep(pause)
	}
}

func (d *driver) attempt(st step) error {
	out, err := d.perform(st)
	var refused smithy.APIError
	if err != nil && !errors.As(err, &refused) {
		return err
	}
	if st.Error != nil {
		return d.judgeError(st.Error, out, refused)
	}
	if refused != nil {
		return fmt.Errorf("want success, got %w", err)
	}
	want, err := expand(cmp.Or(st.Expect, any(object{})), d.variables)
	if err != nil {
		return err
	}
	if found := d.compare.output(want, out); found != "" {
		return errors.New(found)
	}
	return d.capture(st, out)
}

func (d *driver) capture(st step, out object) error {
	for name, path := range st.Capture {
		var err error
		if d.variables[name], err = at(out, path); err != nil {
			return err
		}
	}
	return nil
}

func (d *driver) perform(st step) (object, error) {
	in, err := expand(cmp.Or(st.Input, any(object{})), d.variables)
	if err != nil {
		return nil, err
	}
	l, err := d.layerFor(st)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), max(d.timeout, waitAtMost))
	defer cancel()
	return l.perform(ctx, st, in.(object))
}

func (d *driver) layerFor(st step) (*layer, error) {
	endpoint := d.url
	if st.Fault != "" {
		endpoint = os.Getenv("SDK_MATRIX_" + strings.ToUpper(st.Fault) + "_URL")
	}
	if endpoint == "" {
		return nil, skipped("no proxy for the fault " + st.Fault + " at this endpoint")
	}
	values := shapes{}
	if d.layer == "high" && st.High {
		values.through = native
	}
	name := fmt.Sprint(values.through != nil, endpoint)
	if d.layers[name] == nil {
		d.layers[name] = newLayer(d.settings, endpoint, values)
	}
	return d.layers[name], nil
}

// judgeError compares type, message and members of the service's error, and asks that it is of the SDK's class for it.
func (d *driver) judgeError(wanted object, out object, got smithy.APIError) error {
	expanded, err := expand(wanted, d.variables)
	if err != nil {
		return err
	}
	want := expanded.(object)
	if got == nil {
		return fmt.Errorf("want %s, got success: %s", want["type"], short(out))
	}
	members, hasMembers := want["members"]
	delete(want, "members")
	answer := object{"type": got.ErrorCode(), "message": got.ErrorMessage()}
	if found := d.compare.output(want, answer); found != "" {
		return errors.New(found)
	}
	// The SDK has no class for ValidationException.
	if _, generic := got.(*smithy.GenericAPIError); generic && want["type"] != "ValidationException" {
		return fmt.Errorf("the SDK has made no %s of it: %w", want["type"], got)
	}
	if !hasMembers {
		return nil
	}
	rendered, err := shapes{}.render(reflect.ValueOf(got))
	if err != nil {
		return err
	}
	if found := d.compare.output(members, rendered); found != "" {
		return errors.New(found)
	}
	return nil
}

// report prints how a step ended. One that the high-level layer cannot hold is performed plainly, for those that build on it.
func (d *driver) report(st step) {
	start := time.Now()
	line := object{"step": st.Name, "result": "pass"}
	err := d.judge(st)
	var reason skipped
	switch {
	case errors.Is(err, errCannotHold):
		st.High = false
		line["result"], line["message"] = "skip", err.Error()
		d.judge(st)
	case errors.As(err, &reason):
		line["result"], line["message"] = "skip", err.Error()
	case err != nil:
		line["result"], line["message"] = "fail", err.Error()
	}
	line["seconds"] = time.Since(start).Seconds()
	json.NewEncoder(os.Stdout).Encode(line)
}
