package faults

import (
	"encoding/json"
	"strconv"
)

// shorten lowers the Limit of a request for a page. Pages then end as a request with that Limit has them end, so that whoever goes on
// where they say finds everything.
func shorten(body []byte, most int64) []byte {
	in, err := parseObject(body)
	if most <= 0 || err != nil {
		return body
	}
	var limit int64
	if json.Unmarshal(in.get("Limit"), &limit) == nil && limit > 0 && limit <= most {
		return body
	}
	return in.with("Limit", strconv.AppendInt(nil, most, 10)).text()
}
