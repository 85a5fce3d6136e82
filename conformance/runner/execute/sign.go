package execute

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strings"
	"time"
)

// signer is what a signature of version 4 is made of.
type signer struct {
	key, secret, region string
	at                  time.Time
}

// sign adds the headers of AWS Signature Version 4 to a POST to "/" without a query.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
func sign(req *http.Request, body string, s signer) {
	stamp := s.at.UTC().Format("20060102T150405Z")
	day := stamp[:8]
	req.Header.Set("X-Amz-Date", stamp)

	const names = "content-type;host;x-amz-date;x-amz-target"
	canonical := strings.Join([]string{
		req.Method, "/", "",
		"content-type:" + req.Header.Get("Content-Type"),
		"host:" + req.URL.Host,
		"x-amz-date:" + stamp,
		"x-amz-target:" + req.Header.Get("X-Amz-Target"),
		"", names, digest(body),
	}, "\n")
	scope := day + "/" + s.region + "/dynamodb/aws4_request"
	key := []byte("AWS4" + s.secret)
	for _, part := range []string{day, s.region, "dynamodb", "aws4_request"} {
		key = mac(key, part)
	}
	signature := hex.EncodeToString(mac(key, "AWS4-HMAC-SHA256\n"+stamp+"\n"+scope+"\n"+digest(canonical)))
	req.Header.Set("Authorization", "AWS4-HMAC-SHA256 Credential="+s.key+"/"+scope+", SignedHeaders="+names+", Signature="+signature)
}

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

func mac(key []byte, text string) []byte {
	h := hmac.New(sha256.New, key)
	h.Write([]byte(text))
	return h.Sum(nil)
}
