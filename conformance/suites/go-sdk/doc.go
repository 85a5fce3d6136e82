// Package gosdk is the suite go-sdk: what DynamoDB's documentation says of its operations, asked of any endpoint with aws-sdk-go-v2, or
// byte by byte where an SDK would refuse to send a request. README.md says how to run it and how to add a case.
//
// A test is named Test<Operation> or Test<Operation>_<topic>, and a case by a sentence: what is in the table, the requests, and the
// answer or error each must give. Requests and answers are written as the JSON of the service's wire format, because that is what its
// documentation shows. Every case has a source: the page and section that says so, or that it was measured against the service.
package gosdk
