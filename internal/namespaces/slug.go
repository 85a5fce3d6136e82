package namespaces

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strings"
)

// Slug gives a name in letters that files and schemas can be called by, on systems too that do not tell upper from lower case: a capital is
// "_" and its small letter, "_" is "__", and "." is "_0". Different names have different slugs, and Unslug gives the name back.
func Slug(name string) string {
	var b strings.Builder
	for i := range len(name) {
		switch c := name[i]; {
		case 'A' <= c && c <= 'Z':
			b.WriteByte('_')
			b.WriteByte(c - 'A' + 'a')
		case c == '_':
			b.WriteString("__")
		case c == '.':
			b.WriteString("_0")
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// Unslug gives the name of a slug; an error for what is none.
func Unslug(slug string) (string, error) {
	var b strings.Builder
	for i := 0; i < len(slug); i++ {
		c := slug[i]
		if c == '_' {
			if i++; i == len(slug) {
				return "", errNoSlug
			}
			switch next := slug[i]; {
			case 'a' <= next && next <= 'z':
				c = next - 'a' + 'A'
			case next == '_':
			case next == '0':
				c = '.'
			default:
				return "", errNoSlug
			}
		}
		b.WriteByte(c)
	}
	if name := b.String(); Slug(name) == slug && keyForm.MatchString(name) {
		return name, nil
	}
	return "", errNoSlug
}

var errNoSlug = errors.New("the name is not one of a namespace")

// schemaPrefix begins the names of the schemas of namespaces.
const schemaPrefix = "ddbsql_ns_"

// maxSchema is the most bytes that Postgres keeps of a name.
const maxSchema = 63

// Schema names the namespace's schema on Postgres. Of a long name it has the beginning, and a digest of all of it.
func (n *Namespace) Schema() string {
	name := schemaPrefix + Slug(n.Name)
	if len(name) <= maxSchema {
		return name
	}
	digest := sha256.Sum256([]byte(n.Name))
	return name[:maxSchema-1-2*digestBytes] + "-" + hex.EncodeToString(digest[:digestBytes])
}

// digestBytes make two names with the same digest as unlikely as two keys.
const digestBytes = 12

// fileSuffix ends the names of the files of namespaces.
const fileSuffix = ".db"

// File names the namespace's file on SQLite.
func (n *Namespace) File() string { return Slug(n.Name) + fileSuffix }
