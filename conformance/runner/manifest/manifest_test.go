package manifest

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// write makes a file and the folders it is in.
func write(t *testing.T, text string, path ...string) string {
	t.Helper()
	file := filepath.Join(path...)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestLoad(t *testing.T) {
	const sound = `{"name":"one","tier":1,"title":"t","run":["./run.sh"],"results":"events"}`
	for _, c := range []struct {
		name, manifest, err string
	}{
		{"a sound manifest", sound, ""},
		{"no JSON", `{`, "unexpected end"},
		{"another name than the folder's", strings.Replace(sound, "one", "two", 1), `the folder "one"`},
		{"a name that is no folder's", strings.Replace(sound, "one", "One/..", 1), "must be small letters"},
		{"no title", strings.Replace(sound, `"t"`, `""`, 1), "no title"},
		{"nothing to run", strings.Replace(sound, `["./run.sh"]`, `[]`, 1), "no command"},
		{"an unknown form of results", strings.Replace(sound, "events", "tap", 1), `results is "tap"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, c.manifest, dir, "one", File)
			write(t, "", dir, "not-a-suite", "readme")
			write(t, "", dir, "a-file")
			suites, err := Load(dir)
			if c.err == "" {
				if err != nil || len(suites) != 1 || suites[0].Folder != filepath.Join(dir, "one") {
					t.Errorf("%+v, %v", suites, err)
				}
			} else if err == nil || !strings.Contains(err.Error(), c.err) {
				t.Errorf("error %v, want %q", err, c.err)
			}
		})
	}
	t.Run("no suite at all", func(t *testing.T) {
		if _, err := Load(t.TempDir()); err == nil || !strings.Contains(err.Error(), "no suite in") {
			t.Errorf("error %v", err)
		}
	})
}

func TestPickAndOrder(t *testing.T) {
	dir := t.TempDir()
	for _, s := range []string{"a 2", "b 1", "c 1"} {
		name, tier, _ := strings.Cut(s, " ")
		write(t, `{"name":"`+name+`","tier":`+tier+`,"title":"t","run":["./run.sh"],"results":"events"}`, dir, name, File)
	}
	suites, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ names, want []string }{
		{nil, []string{"b", "c", "a"}},
		{[]string{"a", "b"}, []string{"b", "a"}},
	} {
		picked, err := Pick(suites, c.names)
		if got := Names(picked); err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, %v; want %v", c.names, got, err, c.want)
		}
	}
	if _, err := Pick(suites, []string{"d"}); err == nil || !strings.Contains(err.Error(), "there are: b, c, a") {
		t.Errorf("error %v", err)
	}
}

func TestFind(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	inside := filepath.Join(dir, "repo", "cmd", "x")
	suites := filepath.Join(dir, "repo", "conformance", "suites")
	for _, folder := range []string{inside, suites} {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name, given, environment, working, want string
	}{
		{"the given one", "given", "named", inside, "given"},
		{"that of the environment", "", "named", inside, "named"},
		{"above the working folder", "", "", inside, suites},
		{"nowhere", "", "", dir, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Chdir(c.working)
			t.Setenv(Environment, c.environment)
			got, err := Find(c.given)
			if got != c.want || (err == nil) != (c.want != "") {
				t.Errorf("found %q, %v; want %q", got, err, c.want)
			}
		})
	}
}

func TestTheSuitesOfThisRepositoryAreSound(t *testing.T) {
	suites, err := Load("../../suites")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range suites {
		for _, command := range [][]string{s.Setup, s.Run} {
			if len(command) == 0 || !strings.HasPrefix(command[0], "./") {
				continue
			}
			if info, err := os.Stat(filepath.Join(s.Folder, command[0])); err != nil || info.Mode()&0o111 == 0 {
				t.Errorf("%s: %s cannot be run: %v", s.Name, command[0], err)
			}
		}
		if s.About == "" || s.Tier < 1 || s.Tier > 3 {
			t.Errorf("%s says too little of itself: %+v", s.Name, s)
		}
	}
}
