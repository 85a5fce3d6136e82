#!/usr/bin/env bash
source ../../tell.sh
outcome pass put_item "stores an item"
echo "Traceback: no such module"
exit 3
