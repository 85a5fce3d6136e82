#!/usr/bin/env bash
source ../../tell.sh
outcome pass put_item "stores an item"
get /die
