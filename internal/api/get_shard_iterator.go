package api

import "github.com/ddbsql/ddbsql/internal/apierr"

// Values of ShardIteratorType.
const (
	TrimHorizon         = "TRIM_HORIZON"
	Latest              = "LATEST"
	AtSequenceNumber    = "AT_SEQUENCE_NUMBER"
	AfterSequenceNumber = "AFTER_SEQUENCE_NUMBER"
	AtTimestamp         = "AT_TIMESTAMP"
)

// request refuses an iterator type without the parameter that it needs, and parameters that belong to other types.
func (in *GetShardIteratorInput) request(layer) *apierr.Error {
	if err := checkStreamARN(in.StreamArn); err != nil {
		return err
	}
	bySequence := in.ShardIteratorType == AtSequenceNumber || in.ShardIteratorType == AfterSequenceNumber
	byTime := in.ShardIteratorType == AtTimestamp
	switch {
	case bySequence && in.SequenceNumber == nil:
		return apierr.Invalid(textNoSequence)
	case !bySequence && in.SequenceNumber != nil:
		return apierr.Invalid(textSequence)
	case byTime && in.Timestamp == nil:
		return apierr.Invalid(textNoTimestamp)
	case !byTime && in.Timestamp != nil:
		return apierr.Invalid(textTimestamp)
	}
	return nil
}
