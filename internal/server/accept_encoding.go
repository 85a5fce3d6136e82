package server

import (
	"math"
	"strconv"
	"strings"
)

// codings are those of answers, the service's favourite first.
var codings = [...]string{codingGzip, codingDeflate}

// answerCoding chooses the coding of an answer by an Accept-Encoding header, empty for none, as the service reads it. The highest
// weight wins, then the place in the header; "*" stands, behind all others, for the codings that are not named, gzip
// first. A weight for "identity" changes nothing: an answer is compressed whenever the client accepts that at all.
func answerCoding(header string) string {
	var best, rest float64 // weights of what is chosen and of "*"
	var chosen string
	var named [len(codings)]bool
	for element := range strings.SplitSeq(header, ",") {
		name, parameters, _ := strings.Cut(element, ";")
		name, weight := strings.TrimSpace(name), weightIn(parameters)
		if name == "*" {
			rest = max(rest, weight)
		}
		for i, coding := range codings {
			if !strings.EqualFold(name, coding) {
				continue
			}
			named[i] = true
			if weight > best {
				chosen, best = coding, weight
			}
		}
	}
	for i, coding := range codings {
		if !named[i] && rest > best {
			chosen, best = coding, rest
		}
	}
	return chosen
}

// weightIn reads the weight among the parameters of a coding, from 0 to 1. The service looks for the first "q=", wherever it is,
// and takes what is no number for 1.
func weightIn(parameters string) float64 {
	_, text, found := strings.Cut(parameters, "q=")
	if !found {
		return 1
	}
	text, _, _ = strings.Cut(text, ";")
	weight, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil || math.IsNaN(weight) {
		return 1
	}
	return min(max(weight, 0), 1)
}
