package api

import (
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
)

// layer is the validation layer that reads one request.
type layer struct {
	older bool
	// envelope is set for the writes of the newer layer: it puts the number of errors in front of nearly every refusal.
	envelope bool
}

// refuse is a refusal, in the layer's envelope if it has one.
func (l layer) refuse(message string) *apierr.Error {
	if l.envelope {
		return apierr.Invalid(detected(message))
	}
	return apierr.Invalid(message)
}

// detected puts a refusal into the newer layer's envelope.
func detected(message string) string { return "1 validation error" + textDetected + message }

// degraded is the layer that refuses the values of a request once any value in it has a form that only the older layer
// reads: a BOOL or NULL written as a string, or a value of several types.
func (l layer) degraded(items ...*attr.Item) layer {
	for _, it := range items {
		if it != nil && it.OldLayer {
			return layer{older: true}
		}
	}
	return l
}

// problem refuses a value.
func (l layer) problem(p *attr.Problem) *apierr.Error {
	if p == nil {
		return nil
	}
	if p.OldLayer {
		l = layer{older: true}
	}
	if p.Code == attr.ProblemNoType || p.Code == attr.ProblemManyTypes {
		return apierr.Invalid(p.Message)
	}
	return l.refuse(l.text(p))
}

// text is a problem in the layer's words.
func (l layer) text(p *attr.Problem) string {
	if l.older && p.Older != "" {
		return p.Older
	}
	return p.Message
}

// item refuses an item or key that holds an unusable value; it may be nil.
func (l layer) item(it *attr.Item) *apierr.Error {
	if it == nil {
		return nil
	}
	return l.problem(it.Problem)
}
