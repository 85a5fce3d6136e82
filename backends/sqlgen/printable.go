package sqlgen

import (
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"github.com/ddbsql/ddbsql/internal/attr"
)

// Printable gives the arguments as people read them: bytes in hexadecimal, text quoted, documents as they are.
func (s *Statement) Printable() []string {
	texts := make([]string, len(s.Args))
	for i, arg := range s.Args {
		texts[i] = printable(arg)
	}
	return texts
}

func printable(arg any) string {
	switch v := arg.(type) {
	case []byte:
		return "x'" + hex.EncodeToString(v) + "'"
	case *attr.Token:
		return printable(v[:])
	case *[]byte:
		return printable(*v)
	case string:
		return strconv.Quote(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case Doc:
		return string(v)
	case [][]byte:
		return printableList(v)
	case []string:
		return printableList(v)
	case []int64:
		return printableList(v)
	case []Doc:
		return printableList(v)
	}
	return fmt.Sprintf("%v", arg)
}

func printableList[T any](members []T) string {
	texts := make([]string, len(members))
	for i, m := range members {
		texts[i] = printable(m)
	}
	return "[" + strings.Join(texts, ", ") + "]"
}
