package page

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/runner/compare"
	"github.com/ddbsql/ddbsql/conformance/runner/result"
	"github.com/ddbsql/ddbsql/conformance/runner/resulttest"
)

func nasty() string {
	a := resulttest.Run("sqlite", resulttest.Pass("put_item", resulttest.NastyCase), resulttest.Pass("put_item", "b"), resulttest.Skip("query", "c", "slow"))
	b := resulttest.Run("<other>", resulttest.Fail("put_item", resulttest.NastyCase, resulttest.NastyMessage), resulttest.Fail("put_item", "b", "bytes \xff"))
	b.Suites[0].Notes = []string{"a <note>"}
	b.Suites = append(b.Suites, result.Suite{Name: "tools", State: result.Broken, Why: "no <npm>"})
	b.Restarts = []result.Restart{{Suite: "go-sdk", Status: "signal: killed"}}
	c := resulttest.Run("third", resulttest.Fail("put_item", "b", "bytes \xff"))
	return HTML(compare.New([]*result.Run{a, b, c}))
}

func TestEverythingIsEscaped(t *testing.T) {
	decoder := xml.NewDecoder(strings.NewReader(strings.Replace(nasty(), "<!DOCTYPE html>", "", 1)))
	decoder.Strict, decoder.AutoClose, decoder.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	var open []string
	known := regexp.MustCompile(`^(html|head|meta|title|style|body|header|main|section|article|h[123]|p|br|wbr|ul|li|details|summary|div|table|thead|tbody|tr|th|td|small|span|strong|code)$`)
	for {
		token, err := decoder.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			if !known.MatchString(e.Name.Local) {
				t.Errorf("an element that nobody put there: %s", e.Name.Local)
			}
			if e.Name.Local != "meta" && e.Name.Local != "br" && e.Name.Local != "wbr" {
				open = append(open, e.Name.Local)
			}
		case xml.EndElement:
			if len(open) == 0 || open[len(open)-1] != e.Name.Local {
				t.Fatalf("</%s> ends %v", e.Name.Local, open)
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Errorf("not ended: %v", open)
	}
}

func TestThePageNeedsNothingElse(t *testing.T) {
	page := nasty()
	for _, pattern := range []string{`<script`, `<link`, `<img`, `\ssrc=`, `\shref=`, `@import`, `url\(`} {
		if regexp.MustCompile(pattern).MatchString(page) {
			t.Errorf("the page has %s", pattern)
		}
	}
}

func TestPageSaysInWordsWhatItsColoursSay(t *testing.T) {
	page := nasty()
	for _, part := range []string{
		`<td class="good">✓ 2/2<small>1 skipped</small></td>`,
		`<td class="bad">✗ 0/2<small>2 failed</small></td>`,
		`<td class="bad">✗ broken</td>`,
		`<td class="none">-</td>`,
		`<summary>put_item: 2 failing</summary>`,
		`<summary>query: 1 skipped</summary>`,
		`<span class="bad">fails</span> &lt;other&gt;, third: <code>bytes ` + "\uFFFD" + `</code>`,
		`<li>tools is broken: no &lt;npm&gt;</li>`,
		`<li>go-sdk: a &lt;note&gt;</li>`,
		`signal: killed`,
		`<span class="good">all green</span>`,
	} {
		if !strings.Contains(page, part) {
			t.Errorf("no %s", part)
		}
	}
}
