package conformance

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/ddbsql/ddbsql/conformance/server"
)

// figuresOf are the labels of all figures of /metrics, by name: of a server on each database that has answered some requests.
func figuresOf(t *testing.T) map[string][]string {
	t.Helper()
	figures := map[string][]string{}
	for _, tg := range targets {
		d := &discreet{T: t, db: newDatabase(t, tg)}
		args := []string{"--traces", "http://127.0.0.1:9"} // where nobody listens
		if tg.name == "postgres" {
			args = append(args, "--db-read-replica", d.db) // which is not used: it is no standby
		}
		p, err := server.Start(server.Options{Binary: tg.binary, DB: d.db, Args: args})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(p.Kill)
		d.process = p
		d.mustCall("CreateTable", `{"TableName":"figures","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],
			"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}]}`)
		d.mustCall("PutItem", `{"TableName":"figures","Item":{"pk":{"S":"a"}}}`)
		d.send("DynamoDB_20120810.PutItem", `{"TableName":"figures","Item":{}}`)
		sample := regexp.MustCompile(`(?m)^([a-z_]+)(\{.*\})? [^ ]+$`)
		label := regexp.MustCompile(`([a-z]+)="`)
		for _, m := range sample.FindAllStringSubmatch(d.figures(), -1) {
			labels := []string{"instance", "job"} // which Prometheus gives
			for _, l := range label.FindAllStringSubmatch(m[2], -1) {
				labels = append(labels, l[1])
			}
			figures[m[1]] = labels
		}
		d.stop()
	}
	return figures
}

// What a query in Prometheus' language may have besides names of figures and labels.
var (
	queryTexts = regexp.MustCompile(`"[^"]*"|\$__rate_interval`)
	queryWords = regexp.MustCompile(`\b[A-Za-z_]\w*`)
	inBraces   = regexp.MustCompile(`(\w+)\{([^}]*)\}`)
	grouped    = regexp.MustCompile(`by \(([^)]*)\)`)
	functions  = []string{"sum", "max", "count", "by", "rate", "time", "histogram_quantile", "min_over_time"}
)

// judgeQuery says what is wrong with a query, and adds the figures that it is about to used.
func judgeQuery(query string, figures map[string][]string, used map[string]bool) (wrong []string) {
	query = queryTexts.ReplaceAllString(query, "")
	var known []string // labels of the figures of the query
	for _, m := range inBraces.FindAllStringSubmatch(query, -1) {
		for _, label := range queryWords.FindAllString(m[2], -1) {
			if !slices.Contains(figures[m[1]], label) {
				wrong = append(wrong, m[1]+" has no label "+label)
			}
		}
	}
	rest := inBraces.ReplaceAllString(query, "$1")
	for _, word := range queryWords.FindAllString(grouped.ReplaceAllString(rest, ""), -1) {
		labels, there := figures[word]
		switch {
		case there:
			used[word], known = true, append(known, labels...)
		case !slices.Contains(functions, word):
			wrong = append(wrong, "there is no figure "+word)
		}
	}
	for _, m := range grouped.FindAllStringSubmatch(rest, -1) {
		for _, label := range queryWords.FindAllString(m[1], -1) {
			if !slices.Contains(known, label) {
				wrong = append(wrong, "no figure has the label "+label)
			}
		}
	}
	return wrong
}

// The dashboard asks for what there is, and shows all of it.
func TestTheDashboardShowsTheFigures(t *testing.T) {
	var dashboard struct {
		Templating struct {
			List []struct{ Name, Type, Definition string }
		}
		Panels []struct {
			ID          int
			Title, Type string
			Datasource  struct{ UID string }
			Targets     []struct{ Expr string }
		}
	}
	text, err := os.ReadFile("../docs/grafana/ddbsql.json")
	if err == nil {
		err = json.Unmarshal(text, &dashboard)
	}
	if err != nil {
		t.Fatal(err)
	}
	figures, used, ids := figuresOf(t), map[string]bool{}, map[int]bool{}
	for _, p := range dashboard.Panels {
		if ids[p.ID] {
			t.Errorf("panel %q has the id of another one", p.Title)
		}
		ids[p.ID] = true
		if p.Type != "row" && (p.Datasource.UID != "${datasource}" || len(p.Targets) == 0) {
			t.Errorf("panel %q: a source %q and %d queries", p.Title, p.Datasource.UID, len(p.Targets))
		}
		for _, target := range p.Targets {
			for _, wrong := range judgeQuery(target.Expr, figures, used) {
				t.Errorf("panel %q: %s: %s", p.Title, target.Expr, wrong)
			}
		}
	}
	for name := range figures {
		family := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(name, "_bucket"), "_sum"), "_count")
		if !used[name] && !used[family+"_bucket"] {
			t.Errorf("no panel shows %s", name)
		}
	}
}

// The rules of alerts ask for what there is, and the manual says what to do about each.
func TestAlertsAreAboutFigures(t *testing.T) {
	var rules struct {
		Groups []struct {
			Name  string
			Rules []struct {
				Alert, Expr, For    string
				Labels, Annotations map[string]string
			}
		}
	}
	text, err := os.ReadFile("../docs/grafana/alerts.yml")
	if err == nil {
		err = yaml.Unmarshal(text, &rules)
	}
	if err != nil {
		t.Fatal(err)
	}
	manual, err := os.ReadFile("../docs/operations.md")
	if err != nil {
		t.Fatal(err)
	}
	figures := figuresOf(t)
	figures["up"] = []string{"instance", "job"} // Prometheus' own
	for _, r := range rules.Groups[0].Rules {
		for _, wrong := range judgeQuery(r.Expr, figures, map[string]bool{}) {
			t.Errorf("%s: %s: %s", r.Alert, r.Expr, wrong)
		}
		if !strings.Contains(string(manual), "`"+r.Alert+"`") {
			t.Errorf("%s: docs/operations.md does not say what to do", r.Alert)
		}
	}
}

// Queries that ask for nothing are found.
func TestQueriesAreJudged(t *testing.T) {
	figures := map[string][]string{"a_total": {"instance", "operation"}, "b": {"instance"}}
	for _, c := range []struct{ query, wrong string }{
		{`sum by (operation) (rate(a_total{instance=~"$instance"}[$__rate_interval])) > 0`, ""},
		{`rate(a_totals[5m])`, "there is no figure a_totals"},
		{`rate(c{x="y"}[5m])`, "c has no label x; there is no figure c"},
		{`b{operation="a_total"}`, "b has no label operation"},
		{`sum by (operation) (b)`, "no figure has the label operation"},
		{`evil(b)`, "there is no figure evil"},
	} {
		if got := strings.Join(judgeQuery(c.query, figures, map[string]bool{}), "; "); got != c.wrong {
			t.Errorf("%s: %q, want %q", c.query, got, c.wrong)
		}
	}
}
