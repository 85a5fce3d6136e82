#!/usr/bin/env bash
echo '<testsuite><testcase classname="a" name="b"/>' >"$CONFORMANCE_OUT/half.xml"
