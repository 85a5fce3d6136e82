STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
# OWN are all packages but those ANTLR writes.
OWN = $$(go list ./... | grep -v /grammar/gen)
# FUZZTIME is how long each fuzz target runs.
FUZZTIME ?= 30s
# TESTFLAGS, BENCHFLAGS, CRASHFLAGS, CONTENTIONFLAGS, STREAMSFLAGS and ONLINEINDEXFLAGS go to `go test`, `go run ./bench`, `go run ./conformance/crash`,
# `go run ./conformance/contention`, `go run ./conformance/streams` and `go run ./conformance/onlineindex`.
TESTFLAGS ?=
BENCHFLAGS ?=
CRASHFLAGS ?=
CONTENTIONFLAGS ?=
STREAMSFLAGS ?=
ONLINEINDEXFLAGS ?=
# ALTERNATOR is the script that runs ScyllaDB's suite, SCYLLA_GIT the git dir it takes the suite from.
ALTERNATOR ?=
SCYLLA_GIT ?=

.PHONY: build test lint format vet staticcheck rooms sizes generate fuzz bench crash contention streams onlineindex alternator examples

build:
	go build -o ddbsql ./cmd/ddbsql

# Needs nothing but Go: a Postgres server is installed, if there is none, and started for the tests.
test:
	scripts/test.sh $(TESTFLAGS)

lint: format vet staticcheck rooms sizes

format:
	@unformatted=$$(gofmt -l .); test -z "$$unformatted" || { echo "gofmt: $$unformatted"; exit 1; }

vet:
	go vet ./...

staticcheck:
	go run $(STATICCHECK) $(OWN)

# rooms checks imports against ARCHITECTURE.md, sizes the lengths of files and functions.
rooms sizes:
	go run ./tools/$@

# Makes grammar/gen from the grammars (needs java; mvn fetches ANTLR) and internal/api/zz_generated_*.go from the service's
# model (botocore, installed or fetched).
generate:
	grammar/generate.sh
	go generate ./internal/api/...

fuzz:
	FUZZTIME=$(FUZZTIME) scripts/fuzz.sh

bench:
	go run ./bench $(BENCHFLAGS)

crash:
	go run ./conformance/crash $(CRASHFLAGS)

contention:
	go run ./conformance/contention $(CONTENTIONFLAGS)

streams:
	go run ./conformance/streams $(STREAMSFLAGS)

onlineindex:
	go run ./conformance/onlineindex $(ONLINEINDEXFLAGS)

alternator:
	ALTERNATOR='$(ALTERNATOR)' SCYLLA_GIT='$(SCYLLA_GIT)' scripts/alternator.sh sqlite
	ALTERNATOR='$(ALTERNATOR)' SCYLLA_GIT='$(SCYLLA_GIT)' scripts/alternator.sh postgres

examples:
	examples/movies/run.sh sqlite postgres
	examples/aws-cli/run.sh sqlite
