package attr

// Token is the fixed-size digest of an index or table partition key: it is what rows are clustered and scanned by.
type Token [16]byte
