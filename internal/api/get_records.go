package api

// MaxRecords is how many records GetRecords gives when the request names no limit, and the most it may ask for.
const MaxRecords = 1000

// checkMore: the model does not know the largest limit.
func (in *GetRecordsInput) checkMore(c *checker) { checkLargest(c, in.Limit, MaxRecords) }
