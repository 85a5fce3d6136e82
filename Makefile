ACTIONLINT := github.com/rhysd/actionlint/cmd/actionlint@v1.7.12
# Of the workflows' versions; syft must be on PATH.
GORELEASER := github.com/goreleaser/goreleaser/v2@v2.16.0
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
# OWN are all packages but those ANTLR writes.
OWN = $$(go list ./... | grep -v /grammar/gen)
# FUZZTIME is how long each fuzz target runs.
FUZZTIME ?= 30s
# TESTFLAGS, BENCHFLAGS, CRASHFLAGS, CONTENTIONFLAGS, CHAOSFLAGS, STREAMSFLAGS, ONLINEINDEXFLAGS, SURFACEFLAGS and UPGRADEFLAGS go to `go test`, `go run ./bench`, `go run ./conformance/crash`,
# `go run ./conformance/contention`, `go run ./conformance/chaos`, `go run ./conformance/streams`, `go run ./conformance/onlineindex`, `go run ./conformance/surface` and `go run ./conformance/upgrade`.
TESTFLAGS ?=
BENCHFLAGS ?=
CRASHFLAGS ?=
CONTENTIONFLAGS ?=
CHAOSFLAGS ?= --for 30m
STREAMSFLAGS ?=
ONLINEINDEXFLAGS ?=
# HOSTILEFLAGS go to `go run ./conformance/hostile`.
HOSTILEFLAGS ?=
UPGRADEFLAGS ?=
# OVERLOADFLAGS go to `go run ./conformance/overload`.
OVERLOADFLAGS ?=
SURFACEFLAGS ?= --for 10m --delays
# OLD and NEW are the results that bench-compare compares.
OLD ?= old.json
NEW ?= new.json
# QUICK are the cases of a quick look at the Alternator suite, over "file::case".
QUICK := ^test_(batch|item|lsi|query|scan|tag|transact|update_expression)\.py
# DB is the database of a server that is judged: sqlite or postgres.
DB ?= sqlite
# SOURCE is where the Alternator suite is taken from, if not from the network: a git dir, a checkout or a folder.
SOURCE ?=
# ALTERNATORFLAGS and CONFORMANCEFLAGS go to `ddbsql conformance run`.
ALTERNATORFLAGS ?=
CONFORMANCEFLAGS ?=

.PHONY: build compose-check test lint format vet staticcheck rooms sizes modules vulncheck workflows generate fuzz bench bench-compare pgo flames crash contention chaos namespaces snapshots streams onlineindex surface upgrade overload hostile examples \
	alternator alternator-setup alternator-start alternator-run alternator-stop alternator-quick alternator-selftest sdk-matrix-selftest \
	conformance conformance-setup conformance-start conformance-run conformance-stop conformance-others conformance-baselines conformance-results \
	release-snapshot

build:
	scripts/build.sh

# Needs nothing but Go: a Postgres server is installed, if there is none, and started for the tests.
test:
	scripts/test.sh $(TESTFLAGS)

lint: format vet staticcheck rooms sizes modules

format:
	@unformatted=$$(gofmt -l .); test -z "$$unformatted" || { echo "gofmt: $$unformatted"; exit 1; }

# Who works on ddbsql may do so on a Mac: all of it, tests included, compiles there.
vet:
	go vet ./...
	GOOS=darwin go vet ./...

staticcheck:
	go run $(STATICCHECK) $(OWN)

# rooms checks imports against ARCHITECTURE.md, sizes the lengths of files and functions, modules those by others and their licences.
rooms sizes modules:
	go run ./tools/$@

# Does our code call something that is known to be weak? Asks https://vuln.go.dev.
vulncheck:
	scripts/vulncheck.sh

# Do the workflows of the repository's host parse?
workflows:
	go run $(ACTIONLINT)

# A release as a tag would make it, into dist/: nothing is published.
release-snapshot:
	go run $(GORELEASER) check
	go run $(GORELEASER) release --snapshot --clean

# Makes grammar/gen from the grammars (needs java; mvn fetches ANTLR) and internal/api/zz_generated_*.go from the service's
# model (one release of botocore, installed or fetched).
generate:
	grammar/generate.sh
	go generate ./internal/api/...

fuzz:
	FUZZTIME=$(FUZZTIME) scripts/fuzz.sh

bench:
	go run ./bench $(BENCHFLAGS)

# Two results of `make bench BENCHFLAGS='--json FILE --rounds 8'`, compared by benchstat.
bench-compare:
	go run ./bench --compare '$(OLD)' '$(NEW)'

# A profile of ddbsql on both databases, by which the compiler then optimizes it.
pgo:
	scripts/pgo.sh

# Flame graphs and tables of where the time of a request goes, into docs/flame.
flames:
	scripts/flames.sh

crash:
	go run ./conformance/crash $(CRASHFLAGS)

contention:
	go run ./conformance/contention $(CONTENTIONFLAGS)

# Half an hour on each database.
chaos:
	go run ./conformance/chaos $(CHAOSFLAGS)

# Attempts to read across namespaces, and times of snapshots of 1 GB.
namespaces:
	go run ./conformance/namespaces $(NAMESPACESFLAGS)

snapshots:
	go run ./conformance/snapshots $(SNAPSHOTSFLAGS)

streams:
	go run ./conformance/streams $(STREAMSFLAGS)

onlineindex:
	go run ./conformance/onlineindex $(ONLINEINDEXFLAGS)

# Texts that are meant to become SQL, in every place of every operation.
hostile:
	go run ./conformance/hostile $(HOSTILEFLAGS)

upgrade:
	go run ./conformance/upgrade $(UPGRADEFLAGS)

# Four times of what the server can do, for five minutes on each database.
overload:
	go run ./conformance/overload --for 5m $(OVERLOADFLAGS)

# Ten minutes.
surface:
	go run ./conformance/surface $(SURFACEFLAGS)

# All suites on both databases, compared with the baselines.
conformance:
	scripts/conformance.sh all --source '$(SOURCE)' $(CONFORMANCEFLAGS)

# The same step by step, on the database DB.
conformance-setup:
	go run ./cmd/ddbsql conformance run --setup-only --source '$(SOURCE)' $(CONFORMANCEFLAGS)

conformance-start:
	scripts/judge.sh start $(DB)

conformance-run:
	scripts/judge.sh run $(DB) --source '$(SOURCE)' --out conformance/results/$(DB) $(CONFORMANCEFLAGS)

conformance-stop:
	scripts/judge.sh stop $(DB)

# All suites on DynamoDB Local (Maven Central) and dynalite (npm).
conformance-others:
	scripts/conformance.sh others --source '$(SOURCE)' $(CONFORMANCEFLAGS)

# What is committed of the last results: the cases that must pass from now on, and conformance/RESULTS.md.
conformance-baselines conformance-results:
	scripts/conformance.sh $(@:conformance-%=%)

# All of the Alternator suite on both databases.
alternator:
	scripts/alternator.sh --source '$(SOURCE)' $(ALTERNATORFLAGS)

# The same step by step, on the database DB.
alternator-setup:
	go run ./cmd/ddbsql conformance run --suite alternator --setup-only --source '$(SOURCE)'

alternator-start:
	scripts/judge.sh start $(DB)

alternator-run:
	scripts/judge.sh run $(DB) --suite alternator --source '$(SOURCE)' --out conformance/results/alternator-$(DB) $(ALTERNATORFLAGS)

alternator-stop:
	scripts/judge.sh stop $(DB)

# The cases that QUICK chooses, on the database DB.
alternator-quick:
	scripts/judge.sh all $(DB) --suite alternator --source '$(SOURCE)' --out conformance/results/alternator-$(DB) --only '$(QUICK)' $(ALTERNATORFLAGS)

# The suite's own programs, tested on a small suite made for that.
alternator-selftest:
	conformance/suites/alternator/selftest.sh

# The program that runs the SDKs' drivers, and what drivers make of right and wrong answers.
sdk-matrix-selftest:
	conformance/suites/sdk-matrix/selftest.sh

examples:
	examples/movies/run.sh sqlite postgres
	examples/aws-cli/run.sh sqlite
	examples/pytest/run.sh
	examples/pytest-clones/run.sh
	examples/pytest-dynamodb/run.sh
	examples/jest-dynamodb/run.sh
	examples/faults/run.sh sqlite postgres

# examples-docker runs the examples that have ddbsql in a container.
examples-docker:
	examples/testcontainers-go/run.sh
	examples/testcontainers-java/run.sh

# Docker's engine does what Dockerfile and docker-compose.yml promise; see the script for its parts.
compose-check:
	scripts/compose-check.sh $(COMPOSEFLAGS)
