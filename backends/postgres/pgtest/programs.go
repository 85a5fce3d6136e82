package pgtest

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// programs gives the folder of the newest server programs. The script that also starts the server of the black-box tests finds
// them, and installs them if there are none.
func programs() (string, error) {
	script, err := scriptPath("postgres-for-tests.sh")
	if err != nil {
		return "", err
	}
	cmd := exec.Command(script, "programs")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("%s programs: %w; or set %s", script, err, Variable)
	}
	return strings.TrimSpace(string(out)), nil
}

// scriptPath is where a script of the repository is.
func scriptPath(name string) (string, error) {
	mod, err := exec.Command("go", "env", "GOMOD").Output()
	if err != nil {
		return "", fmt.Errorf("go env GOMOD: %w", err)
	}
	return filepath.Join(filepath.Dir(strings.TrimSpace(string(mod))), "scripts", name), nil
}

// unprivileged is the user the server runs as: ourselves, or somebody else if we are root, whom the server refuses.
func unprivileged() (*syscall.Credential, error) {
	if os.Geteuid() != 0 {
		return nil, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, _ := strconv.ParseUint(u.Uid, 10, 32)
		gid, _ := strconv.ParseUint(u.Gid, 10, 32)
		return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, nil
	}
	return nil, errors.New("no user to run Postgres as")
}
