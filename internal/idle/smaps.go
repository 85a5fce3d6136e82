package idle

import (
	"bufio"
	"bytes"
	"io"
	"strconv"
)

// mapping is a part of the address space.
type mapping struct{ start, length uintptr }

// cleanMappings finds, in the text of /proc/PID/smaps, the mappings of a file that are private, not writable and hold nothing but the
// file's own pages. It reads no further than to the last mapping of the file, which lie next to each other: the system looks at each page of a mapping to
// describe it, and there may be a database of gigabytes.
func cleanMappings(smaps io.Reader, path string) []mapping {
	var found []mapping
	candidate, seen := mapping{}, false
	for lines := bufio.NewScanner(smaps); lines.Scan(); {
		fields := bytes.Fields(lines.Bytes())
		switch {
		case len(fields) >= 5 && bytes.IndexByte(fields[0], '-') > 0:
			of := len(fields) >= 6 && string(fields[5]) == path
			if seen && !of {
				return found
			}
			if candidate = (mapping{}); of {
				candidate, seen = readOnly(fields), true
			}
		case candidate.length > 0 && len(fields) == 3 && string(fields[0]) == "Anonymous:":
			if string(fields[1]) == "0" {
				found = append(found, candidate)
			}
			candidate = mapping{}
		}
	}
	return found
}

// readOnly is the mapping that the first line of an entry describes: START-END PERMISSIONS OFFSET DEVICE INODE PATH. It is empty if it can be
// written.
func readOnly(fields [][]byte) mapping {
	if permissions := string(fields[1]); permissions != "r-xp" && permissions != "r--p" {
		return mapping{}
	}
	first, last, _ := bytes.Cut(fields[0], []byte("-"))
	start, err := strconv.ParseUint(string(first), 16, 64)
	if err != nil {
		return mapping{}
	}
	end, err := strconv.ParseUint(string(last), 16, 64)
	if err != nil || end < start {
		return mapping{}
	}
	return mapping{uintptr(start), uintptr(end - start)}
}

// sharedPages is the third number of the text of /proc/PID/statm: resident pages of files. 0 if there is none.
func sharedPages(statm []byte) int64 {
	pages, field := int64(0), 0
	for _, c := range statm {
		switch {
		case c == ' ':
			field++
		case field == 2 && c >= '0' && c <= '9':
			pages = 10*pages + int64(c-'0')
		}
	}
	return pages
}
