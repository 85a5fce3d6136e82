#!/usr/bin/env bash
source ../../tell.sh
outcome skip put_item "stores an item" "nobody asked"
