#!/usr/bin/env bash
mkdir "$CONFORMANCE_OUT/reports"
cat >"$CONFORMANCE_OUT/reports/one.xml" <<'XML'
<testsuite><testcase classname="tests.test_put" name="stores an item" time="0.25"/></testsuite>
XML
cat >"$CONFORMANCE_OUT/two.xml" <<'XML'
<testsuites><testsuite><testcase classname="tests.test_put" name="refuses"><failure message="first&#10;second">trace</failure></testcase></testsuite></testsuites>
XML
exit 1
