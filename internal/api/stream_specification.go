package api

import "github.com/ddbsql/ddbsql/internal/apierr"

// checkStreamAtCreation refuses a stream without a view type, and a view type without a stream.
func checkStreamAtCreation(s *StreamSpecification) *apierr.Error {
	switch {
	case s == nil:
		return nil
	case s.StreamEnabled && s.StreamViewType == nil:
		return apierr.Invalid(textStreamNoView)
	case !s.StreamEnabled && s.StreamViewType != nil:
		return apierr.Invalid(textStreamOffWithView)
	}
	return nil
}

// checkStream refuses an update of a stream that no table could have, or that comes with another update of the throughput.
func (in *UpdateTableInput) checkStream() *apierr.Error {
	s := in.StreamSpecification
	switch {
	case s == nil:
		return nil
	case s.StreamEnabled && s.StreamViewType == nil:
		return apierr.Invalid(textStreamNoView)
	case !s.StreamEnabled && s.StreamViewType != nil:
		return apierr.Invalid(textStreamViewOff)
	case in.ProvisionedThroughput != nil:
		return apierr.Invalid(textStreamAndUnits)
	}
	return nil
}
