package api

import (
	"encoding/base64"
	"slices"
	"strings"

	"github.com/ddbsql/ddbsql/internal/attr"
)

// The older layer quotes refused lists and maps in Java's form; only the constraint behind the echo is the same in
// all regions of the service.

// maxEcho is how many bytes of an echo are kept: a request of many small values would print as many times its size.
const maxEcho = 1 << 16

// echoed prints a refused list or map.
func echoed(echo func([]byte) []byte) string {
	text := echo(nil)
	return strings.ToValidUTF8(string(text[:min(len(text), maxEcho)]), "")
}

func echoComma(dst []byte, i int) []byte {
	if i > 0 {
		dst = append(dst, ", "...)
	}
	return dst
}

func echoStructure[T any, P interface {
	*T
	echo(dst []byte) []byte
}](dst []byte, v P) []byte {
	switch {
	case len(dst) > maxEcho:
		return dst
	case v == nil:
		return append(dst, "null"...)
	}
	return v.echo(dst)
}

func echoItem(dst []byte, it attr.Item) []byte {
	return echoFields(dst, it.Fields())
}

func echoFields(dst []byte, fields []attr.Field) []byte {
	dst = append(dst, '{')
	for i, f := range fields {
		dst = append(append(echoComma(dst, i), f.Name...), '=')
		dst = echoNode(dst, f.Node)
	}
	return append(dst, '}')
}

func echoValue(dst []byte, v attr.Value) []byte { return echoNode(dst, attr.NodeOf(v)) }

// valueMembers are the members of an AttributeValue in the order Java prints them.
var valueMembers = []struct {
	name string
	typ  attr.Type
}{
	{"s", attr.S}, {"n", attr.N}, {"b", attr.B}, {"sS", attr.SS}, {"nS", attr.NS}, {"bS", attr.BS},
	{"m", attr.M}, {"l", attr.L}, {"nULL", attr.NULL}, {"bOOL", attr.BOOL},
}

func echoNode(dst []byte, n *attr.Node) []byte {
	switch {
	case len(dst) > maxEcho:
		return dst
	case n == nil:
		return append(dst, "null"...)
	}
	dst = append(dst, "AttributeValue("...)
	for i, m := range valueMembers {
		dst = append(append(echoComma(dst, i), m.name...), '=')
		if m.typ != n.Type {
			dst = append(dst, "null"...)
			continue
		}
		dst = echoContent(dst, n)
	}
	return append(dst, ')')
}

func echoContent(dst []byte, n *attr.Node) []byte {
	switch n.Type {
	case attr.B:
		return base64.StdEncoding.AppendEncode(dst, []byte(n.Text))
	case attr.SS, attr.NS:
		return append(dst, "["+strings.Join(n.Set, ", ")+"]"...)
	case attr.BS:
		set := slices.Clone(n.Set)
		for i := range set {
			set[i] = base64.StdEncoding.EncodeToString([]byte(set[i]))
		}
		return append(dst, "["+strings.Join(set, ", ")+"]"...)
	case attr.L:
		dst = append(dst, '[')
		for i, e := range n.List {
			dst = echoNode(echoComma(dst, i), e)
		}
		return append(dst, ']')
	case attr.M:
		return echoFields(dst, n.Map)
	case attr.NULL:
		return append(dst, "true"...)
	}
	return append(dst, n.Text...)
}
