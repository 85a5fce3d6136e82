// Package discreet words what went wrong for logs: without what clients sent and the database keeps, which is nobody's business there.
package discreet

import (
	"fmt"
	"net/url"
	"runtime"
	"strings"
)

// Panic says what panicked. What the runtime says has numbers and types in it, any other text may have anything: the stack beside it in
// the log shows the line that it comes from.
func Panic(value any) string {
	if err, ok := value.(runtime.Error); ok {
		return "panic: " + err.Error()
	}
	return fmt.Sprintf("panic with a %T: see the stack", value)
}

// hidden stands in the place of secrets, as in net/url.
const hidden = "xxxxx"

// URL is a database's URL with its passwords hidden, those among its parameters too. Of what cannot be read only the scheme is left.
func URL(text string) string {
	u, err := url.Parse(text)
	if err != nil {
		scheme, _, _ := strings.Cut(text, ":")
		return scheme + ":..."
	}
	if u.RawQuery == "" {
		return u.Redacted()
	}
	pairs := strings.Split(u.RawQuery, "&")
	for i, pair := range pairs {
		name, _, _ := strings.Cut(pair, "=")
		if plain, err := url.QueryUnescape(name); err != nil || strings.Contains(strings.ToLower(plain), "pass") {
			pairs[i] = name + "=" + hidden
		}
	}
	u.RawQuery = strings.Join(pairs, "&")
	return u.Redacted()
}
