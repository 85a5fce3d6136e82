// Package apierr is the only place that knows the service's error types, their HTTP statuses and their JSON form.
//
// Every refusal a client can see is an *Error. Rooms below the API translate their own errors to one of these at
// their border; what nobody translated becomes an InternalServerError, logged once, in package server.
package apierr

// Code is an error type of the service, as its SDKs name it.
type Code string

// Error types of the DynamoDB API.
const (
	Validation             Code = "ValidationException"
	ConditionalCheckFailed Code = "ConditionalCheckFailedException"
	DuplicateItem          Code = "DuplicateItemException"
	ResourceNotFound       Code = "ResourceNotFoundException"
	ResourceInUse          Code = "ResourceInUseException"
	LimitExceeded          Code = "LimitExceededException"
	TableNotFound          Code = "TableNotFoundException"
	TransactionConflict    Code = "TransactionConflictException"
	TransactionCanceled    Code = "TransactionCanceledException"
	TransactionInProgress  Code = "TransactionInProgressException"
	IdempotentMismatch     Code = "IdempotentParameterMismatchException"
	ItemCollectionTooLarge Code = "ItemCollectionSizeLimitExceededException"
	Throttling             Code = "ThrottlingException"
	RequestLimitExceeded   Code = "RequestLimitExceeded"
	InternalServer         Code = "InternalServerError"

	ProvisionedThroughputExceeded Code = "ProvisionedThroughputExceededException"

	TrimmedDataAccess Code = "TrimmedDataAccessException"
	ExpiredIterator   Code = "ExpiredIteratorException"

	Serialization         Code = "SerializationException"
	UnknownOperation      Code = "UnknownOperationException"
	AccessDenied          Code = "AccessDeniedException"
	UnrecognizedClient    Code = "UnrecognizedClientException"
	MissingAuthentication Code = "MissingAuthenticationTokenException"
	IncompleteSignature   Code = "IncompleteSignatureException"
	InvalidSignature      Code = "InvalidSignatureException"
	RequestTooLarge       Code = "RequestEntityTooLarge"
	RequestTimeout        Code = "RequestTimeoutException"
	ServiceUnavailable    Code = "ServiceUnavailable"
)

// Error is one refusal, as the client will see it.
type Error struct {
	Code    Code
	Message string
	// Item is the rejected item in wire form, sent with a ConditionalCheckFailedException when the request asked for
	// it; nil otherwise.
	Item []byte
	// Capital is set for a ConditionalCheckFailedException of ExecuteStatement that sends the item: its text is in Message, not message.
	Capital bool
	// Reasons are those of a TransactionCanceledException, one for each action; nil otherwise.
	Reasons []Reason
	// Cause is for the log only and never reaches a client.
	Cause error
}

func (e *Error) Error() string { return string(e.Code) + ": " + e.Message }

func (e *Error) Unwrap() error { return e.Cause }

// New makes an Error with the given text.
func New(code Code, message string) *Error { return &Error{Code: code, Message: message} }

// Invalid makes a ValidationException with the given text.
func Invalid(message string) *Error { return &Error{Code: Validation, Message: message} }

// Internal wraps what nobody below translated. The client sees the service's own text only.
func Internal(cause error) *Error {
	return &Error{Code: InternalServer, Message: TextInternal, Cause: cause}
}

const (
	servicePrefix  = "com.amazonaws.dynamodb.v20120810#"
	validatePrefix = "com.amazon.coral.validate#"
	coralPrefix    = "com.amazon.coral.service#"
)

// Type is the value of __type: the code behind the prefix of the layer of the service that raises it.
func (e *Error) Type() string {
	switch e.Code {
	case Validation:
		return validatePrefix + string(e.Code)
	case Serialization, UnknownOperation, AccessDenied, UnrecognizedClient, MissingAuthentication, IncompleteSignature, InvalidSignature, RequestTooLarge, RequestTimeout, ServiceUnavailable:
		return coralPrefix + string(e.Code)
	default:
		return servicePrefix + string(e.Code)
	}
}

// Status is the HTTP status the service answers this error with.
func (e *Error) Status() int {
	switch e.Code {
	case InternalServer:
		return 500
	case ServiceUnavailable:
		return 503
	case RequestTooLarge:
		return 413
	case RequestTimeout:
		return 408
	default:
		return 400
	}
}
