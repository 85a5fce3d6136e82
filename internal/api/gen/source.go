package main

import (
	"archive/zip"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// botocoreVersion is the release whose model is read: another one has other operations and members. It is downloaded unless it is installed.
const botocoreVersion = "1.44.5"

// services are the model's two parts, as botocore names their folders.
var services = []string{"dynamodb", "dynamodbstreams"}

// loadModel reads both services from source (see the package comment) and joins their shapes.
func loadModel(source string) (*model, error) {
	if source == "" {
		found, cleanup, err := findBotocore()
		if err != nil {
			return nil, err
		}
		defer cleanup()
		source = found
	}
	m := &model{shapes: map[string]*shape{}}
	for _, name := range services {
		text, err := readService(source, name)
		if err != nil {
			return nil, fmt.Errorf("read the model of %s from %s: %w", name, source, err)
		}
		var f serviceFile
		if err := json.Unmarshal(text, &f); err != nil {
			return nil, fmt.Errorf("parse the model of %s: %w", name, err)
		}
		m.add(&f)
	}
	m.finish()
	return m, nil
}

// findBotocore answers the data folder of the release if that is what is installed, else a downloaded wheel.
func findBotocore() (source string, cleanup func(), err error) {
	const program = "import botocore, os; print(botocore.__version__, os.path.join(os.path.dirname(botocore.__file__), 'data'))"
	if out, err := exec.Command("python3", "-c", program).Output(); err == nil {
		version, folder, _ := strings.Cut(strings.TrimSpace(string(out)), " ")
		if version == botocoreVersion {
			return folder, func() {}, nil
		}
	}
	dir, err := os.MkdirTemp("", "botocore")
	if err != nil {
		return "", nil, err
	}
	cleanup = func() { _ = os.RemoveAll(dir) }
	cmd := exec.Command("python3", "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", "-d", dir, "botocore=="+botocoreVersion)
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		cleanup()
		return "", nil, fmt.Errorf("botocore %s is not installed and cannot be downloaded: %w", botocoreVersion, err)
	}
	wheels, _ := filepath.Glob(filepath.Join(dir, "*.whl"))
	if len(wheels) != 1 {
		cleanup()
		return "", nil, fmt.Errorf("pip left %d wheels", len(wheels))
	}
	return wheels[0], cleanup, nil
}

// readService reads one service-2.json.gz from a data folder or a wheel.
func readService(source, name string) ([]byte, error) {
	file := name + "/2012-08-10/service-2.json.gz"
	if !strings.HasSuffix(source, ".whl") {
		f, err := os.Open(filepath.Join(source, file))
		if err != nil {
			return nil, err
		}
		defer f.Close()
		return gunzip(f)
	}
	wheel, err := zip.OpenReader(source)
	if err != nil {
		return nil, err
	}
	defer wheel.Close()
	f, err := wheel.Open("botocore/data/" + file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return gunzip(f)
}

func gunzip(r io.Reader) ([]byte, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}
