package traces

import (
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
)

// Sampler decides which traces are recorded. The zero value records none.
type Sampler struct {
	byParent bool   // whoever is above decides, if there is one
	below    uint64 // of 2^63: traces whose ids are below are recorded
}

// all is the bound that is above every trace.
const all = 1 << 63

// parseSampler reads OTEL_TRACES_SAMPLER and OTEL_TRACES_SAMPLER_ARG.
func parseSampler(name, argument string) (s Sampler, err error) {
	if name == "" {
		name = "parentbased_always_on"
	}
	root, byParent := strings.CutPrefix(name, "parentbased_")
	s.byParent = byParent
	switch root {
	case "always_on":
		s.below = all
	case "always_off":
	case "traceidratio":
		s.below, err = parseRatio(argument)
	default:
		err = fmt.Errorf("OTEL_TRACES_SAMPLER is %q, must be always_on, always_off or traceidratio, or one of them behind parentbased_", name)
	}
	return s, err
}

func parseRatio(text string) (below uint64, err error) {
	if text == "" {
		return all, nil
	}
	ratio, err := strconv.ParseFloat(text, 64)
	if err != nil || !(ratio >= 0 && ratio <= 1) {
		return 0, fmt.Errorf("OTEL_TRACES_SAMPLER_ARG is %q, must be a number from 0 to 1", text)
	}
	return uint64(ratio * all), nil
}

// takes tells whether a span that hangs there is recorded. A trace that several servers see is recorded by all of them or by none: its id
// decides, as in all of OpenTelemetry's.
func (s Sampler) takes(l link, hasParent bool) bool {
	if s.byParent && hasParent {
		return l.sampled
	}
	return binary.BigEndian.Uint64(l.trace[8:])>>1 < s.below
}
