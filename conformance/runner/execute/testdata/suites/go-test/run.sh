#!/usr/bin/env bash
source ../../tell.sh
plan put_item 3
cat <<'GO'
=== RUN   TestPutItem
=== RUN   TestPutItem/stores_an_item
=== RUN   TestPutItem/refuses_an_empty_key
    put_item_test.go:12: want ValidationException
--- FAIL: TestPutItem (0.01s)
    --- PASS: TestPutItem/stores_an_item (0.00s)
    --- FAIL: TestPutItem/refuses_an_empty_key (0.00s)
FAIL
GO
exit 1
