package idle

import (
	"bytes"
	"strconv"
)

// mapping is a part of the address space.
type mapping struct{ start, length uintptr }

// cleanMappings finds, in the text of /proc/PID/smaps, the mappings of a file that are private, not writable and hold nothing but the
// file's own pages.
func cleanMappings(smaps []byte, path string) []mapping {
	var found []mapping
	candidate := mapping{}
	for line := range bytes.Lines(smaps) {
		fields := bytes.Fields(line)
		switch {
		case len(fields) >= 6 && bytes.IndexByte(fields[0], '-') > 0:
			candidate = readOnly(fields, path)
		case candidate.length > 0 && len(fields) == 3 && string(fields[0]) == "Anonymous:":
			if string(fields[1]) == "0" {
				found = append(found, candidate)
			}
			candidate = mapping{}
		}
	}
	return found
}

// readOnly is the mapping that the first line of an entry describes: START-END PERMISSIONS OFFSET DEVICE INODE PATH. It is empty if it is not one of
// the file, or can be written.
func readOnly(fields [][]byte, path string) mapping {
	permissions := string(fields[1])
	if string(fields[5]) != path || (permissions != "r-xp" && permissions != "r--p") {
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
