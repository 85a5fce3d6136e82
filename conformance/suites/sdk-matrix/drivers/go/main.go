// Command driver replays the scenario with the AWS SDK for Go. FORMAT.md, two folders up, says what it reads and prints.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"time"
)

// settings are what the environment says.
type settings struct {
	url, region, accessKey, secretKey string
	layer, prefix                     string
	timeout                           time.Duration // of one step
}

type scenario struct{ Steps, Cleanup []step }

func main() {
	if err := replay(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func replay() error {
	text, err := os.ReadFile(os.Getenv("SDK_MATRIX_SCENARIO"))
	if err != nil {
		return err
	}
	var play scenario
	if err := json.Unmarshal(text, &play); err != nil {
		return err
	}
	d := newDriver(fromEnvironment())
	if d.layer != "cleanup" {
		for _, st := range play.Steps {
			d.report(st)
		}
	}
	for _, st := range play.Cleanup {
		st.High = false
		d.perform(st) // most tables are gone already
	}
	return nil
}

func fromEnvironment() settings {
	seconds, err := strconv.Atoi(os.Getenv("CONFORMANCE_CASE_TIMEOUT"))
	if err != nil {
		seconds = 60
	}
	return settings{
		url:       os.Getenv("CONFORMANCE_URL"),
		region:    os.Getenv("CONFORMANCE_REGION"),
		accessKey: os.Getenv("CONFORMANCE_ACCESS_KEY"),
		secretKey: os.Getenv("CONFORMANCE_SECRET_KEY"),
		layer:     os.Getenv("SDK_MATRIX_LAYER"),
		prefix:    os.Getenv("CONFORMANCE_PREFIX"),
		timeout:   time.Duration(seconds) * time.Second,
	}
}
