package main

import (
	"encoding/json"
	"fmt"
	"strconv"
	"sync"
	"time"
)

// readWhole reads all of the server's table once, so that what is measured afterwards is the work of requests and not the disk's: a large
// table was written so long ago that the system may have given its memory to the tables filled since.
func (s *scaled) readWhole() error {
	began := time.Now()
	counts, errs := make([]int, scaleScans), make([]error, scaleScans)
	var wg sync.WaitGroup
	for segment := range scaleScans {
		wg.Go(func() { counts[segment], errs[segment] = s.countSegment(segment) })
	}
	wg.Wait()
	items := 0
	for segment, n := range counts {
		if errs[segment] != nil {
			return fmt.Errorf("%s: %w", s.name, errs[segment])
		}
		items += n
	}
	if items != s.items {
		return fmt.Errorf("%s: a scan found %d items of %d", s.name, items, s.items)
	}
	fmt.Printf("%s: read in %.0f s\n", s.name, time.Since(began).Seconds())
	return nil
}

// countSegment counts the items of one segment of the table, page by page.
func (s *scaled) countSegment(segment int) (items int, err error) {
	c, err := s.dial()
	if err != nil {
		return 0, err
	}
	defer c.close()
	head := prefix(s.address, "Scan")
	question := `{"TableName":"` + scaleTable + `","Select":"COUNT","TotalSegments":` + strconv.Itoa(scaleScans) + `,"Segment":` + strconv.Itoa(segment)
	for body := question + "}"; ; {
		var page struct {
			Count            int
			LastEvaluatedKey json.RawMessage
		}
		if err := c.ask(head, body, &page); err != nil {
			return 0, err
		}
		if items += page.Count; page.LastEvaluatedKey == nil {
			return items, nil
		}
		body = question + `,"ExclusiveStartKey":` + string(page.LastEvaluatedKey) + "}"
	}
}
