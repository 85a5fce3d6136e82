#!/usr/bin/env bash
source ../../tell.sh
outcome pass put_item "stores an item"
outcome fail put_item "refuses an empty key" "want ValidationException\nbut got nothing"
exit 1
