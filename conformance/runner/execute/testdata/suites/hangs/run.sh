#!/usr/bin/env bash
source ../../tell.sh
outcome pass put_item "stores an item"
get /hang
until timeout 1 bash -c "source ../../tell.sh; get /" 2>/dev/null; do :; done
outcome pass put_item "goes on"
