package namespaces

import (
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
	if name := b.String(); Slug(name) == slug && isKey(name) {
		return name, nil
	}
	return "", errNoSlug
}

var errNoSlug = errors.New("the name is not one of a namespace")

// SchemaPrefix begins the names of the schemas of namespaces.
const SchemaPrefix = "ddbsql_ns_"

// maxSlug is what Postgres keeps of a schema's name (63 bytes) behind the prefix.
const maxSlug = 63 - len(SchemaPrefix)

// isKey tells whether an access key can name a namespace.
func isKey(name string) bool { return keyForm.MatchString(name) && len(Slug(name)) <= maxSlug }

// Schema names the namespace's schema on Postgres.
func (n *Namespace) Schema() string { return SchemaPrefix + Slug(n.Name) }

// FileSuffix ends the names of the files of namespaces.
const FileSuffix = ".db"

// File names the namespace's file on SQLite.
func (n *Namespace) File() string { return Slug(n.Name) + FileSuffix }
