#!/usr/bin/env bash
source ../../tell.sh
plan put_item 3
plan query 2
outcome pass put_item "stores an item"
