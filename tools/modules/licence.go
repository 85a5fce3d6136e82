package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// unknownLicence is one that we do not know the text of.
const unknownLicence = "unknown"

// licences are known by a sentence that only they have. Texts are compared in lower case, with single blanks.
var licences = []struct {
	name     string
	sentence *regexp.Regexp
}{
	{"Apache-2.0", regexp.MustCompile(`apache license,? version 2\.0`)},
	{"MIT", regexp.MustCompile(`permission is hereby granted, free of charge, to any person obtaining a copy`)},
	{"MPL-2.0", regexp.MustCompile(`mozilla public license,? version 2\.0`)},
	{"ISC", regexp.MustCompile(`permission to use, copy, modify, and/?(or)? distribute this software for any purpose with or without fee is hereby granted`)},
	{"BSD-3-Clause", regexp.MustCompile(`redistribution and use in source and binary forms.*neither .* names? .* may be used to endorse`)},
	{"BSD-2-Clause", regexp.MustCompile(`redistribution and use in source and binary forms`)},
}

// licenceIn tells the licence of a module by the file in its folder: all of them, joined by a slash, where the file has several.
func licenceIn(dir string) (string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return "", err
	}
	for _, e := range entries {
		name := strings.ToUpper(e.Name())
		if e.IsDir() || !strings.HasPrefix(name, "LICEN") && !strings.HasPrefix(name, "COPYING") {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return "", err
		}
		if licence := licenceOf(string(text)); licence != unknownLicence {
			return licence, nil
		}
	}
	return unknownLicence, nil
}

func licenceOf(text string) string {
	text = strings.Join(strings.Fields(strings.ToLower(text)), " ")
	var names []string
	for _, l := range licences {
		if !l.sentence.MatchString(text) || l.name == "BSD-2-Clause" && strings.Contains(strings.Join(names, " "), "BSD-3-Clause") {
			continue
		}
		names = append(names, l.name)
	}
	if len(names) == 0 {
		return unknownLicence
	}
	return strings.Join(names, "/")
}
