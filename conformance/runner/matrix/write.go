package matrix

import (
	"os"
	"path/filepath"

	"github.com/ddbsql/ddbsql/conformance/runner/result"
)

// Write puts the result in all its forms into a folder: matrix.json, matrix.txt, matrix.md and junit.xml.
func Write(r *result.Run, folder string) error {
	data, err := r.Marshal()
	if err != nil {
		return err
	}
	for _, file := range []struct {
		name string
		text []byte
	}{
		{result.Name, data},
		{"matrix.txt", []byte(Text(r))},
		{"matrix.md", []byte(Markdown(r))},
		{"junit.xml", []byte(JUnit(r))},
	} {
		if err := os.WriteFile(filepath.Join(folder, file.name), file.text, 0o644); err != nil {
			return err
		}
	}
	return nil
}
