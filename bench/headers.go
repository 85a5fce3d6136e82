package main

// Headers are those an AWS SDK sends with every request. The signature is of the right length and wrong, unless a signer
// replaces it: servers are started without keys.
const (
	requestLine = "POST / HTTP/1.1\r\nHost: "
	beforeDay   = "User-Agent: aws-sdk-go-v2/1.47.7 ua/2.1 os/linux lang/go#1.26 md/GOOS#linux md/GOARCH#amd64 api/dynamodb#1.73.1 m/E,e\r\n" +
		"Accept-Encoding: identity\r\n" +
		"Amz-Sdk-Invocation-Id: " + invocation + "\r\n" +
		"Amz-Sdk-Request: attempt=1; max=3\r\n" +
		"Authorization: AWS4-HMAC-SHA256 Credential=" + accessKey + "/"
	beforeSignature = "/us-east-1/dynamodb/aws4_request, SignedHeaders=" + signedHeaders + ", Signature="
	beforeTime      = "\r\nContent-Type: application/x-amz-json-1.0\r\nX-Amz-Date: "
	beforeTarget    = "\r\nX-Amz-Target: "

	invocation    = "6a1d6a52-2d84-4b46-8a5c-0c8a3f5f1f07"
	signedHeaders = "accept-encoding;amz-sdk-invocation-id;amz-sdk-request;content-length;content-type;host;x-amz-date;x-amz-target"

	someDay       = "20260101"
	someTime      = someDay + "T000000Z"
	someSignature = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

	// The key that servers know when requests are truly signed.
	accessKey = "AKIDBENCHBENCHBENCH0"
	secretKey = "bench/secret/bench/secret/bench/secret/b"
)

// prefix is what every request to an operation of the database begins with, up to the value of Content-Length.
func prefix(host, op string) []byte { return prefixOf(host, "DynamoDB_20120810", op) }

// prefixOf is the same for an operation of any service.
func prefixOf(host, service, op string) []byte {
	return []byte(requestLine + host + "\r\n" + beforeDay + someDay + beforeSignature + someSignature + beforeTime + someTime +
		beforeTarget + service + "." + op + "\r\nContent-Length: ")
}
