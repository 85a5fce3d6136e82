package apierr

// The service's words for errors that come from more than one place of ours.
const (
	TextInternal        = "The request processing has failed because of an unknown error, exception or failure."
	TextUnavailable     = "The service is currently unavailable or busy."
	TextConflict        = "Transaction is ongoing for the item"
	TextInProgress      = "The transaction with the given request token is already in progress."
	TextExpiredIterator = "The shard iterator has expired and can no longer be used to retrieve stream records. A shard iterator expires 15 minutes after it is retrieved using the GetShardIterator action."
	TextTrimmed         = "The data you are trying to access has been trimmed"
)
