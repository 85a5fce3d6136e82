#!/usr/bin/env bash
source ../../tell.sh
plan put_item 2
outcome pass put_item "stores an item"
outcome pass put_item "replaces an item"
outcome skip put_item "is slow" "not today"
plan put_item 1
note "a remark"
