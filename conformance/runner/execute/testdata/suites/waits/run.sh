#!/usr/bin/env bash
source ../../tell.sh
sleep 300 &
echo "$!" >"$CONFORMANCE_OUT/child"
outcome pass put_item "stores an item"
wait
