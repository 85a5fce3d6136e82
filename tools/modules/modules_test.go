package main

import (
	"slices"
	"strings"
	"testing"
)

func TestCompare(t *testing.T) {
	const file = "# policy\nlicence MIT\n\nserver a MIT\ntests b GPL\n"
	is := func(pairs ...string) map[string]module {
		used := map[string]module{}
		for i := 0; i < len(pairs); i += 3 {
			used[pairs[i+1]] = module{where: pairs[i], licence: pairs[i+2]}
		}
		return used
	}
	for _, c := range []struct {
		name string
		used map[string]module
		want []string
	}{
		{"what is listed", is("server", "a", "MIT", "tests", "b", "GPL"), nil},
		{"a module that nobody allowed", is("server", "a", "MIT", "tests", "b", "GPL", "tests", "c", "MIT"), []string{"not allowed: tests c MIT"}},
		{"another licence than before", is("server", "a", "BSL", "tests", "b", "GPL"),
			[]string{"listed as server a MIT, but it is: server a BSL", "the program may have no module of licence BSL: a"}},
		{"a module of tests that comes into the program", is("server", "a", "MIT", "server", "b", "GPL"),
			[]string{"listed as tests b GPL, but it is: server b GPL", "the program may have no module of licence GPL: b"}},
		{"a module that went", is("server", "a", "MIT"), []string{"no longer in use: tests b"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := parseAllowed(file)
			if err != nil {
				t.Fatal(err)
			}
			if got := a.compare(c.used); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	for text, part := range map[string]string{
		"server a":                 "line 1",
		"\nother a MIT":            "line 2",
		"tests a MIT\ntests a MIT": "a is there twice",
	} {
		if _, err := parseAllowed(text); err == nil || !strings.Contains(err.Error(), part) {
			t.Errorf("%q: error %v, want one with %q", text, err, part)
		}
	}
}

func TestLicences(t *testing.T) {
	const bsd = "Redistribution and use in source and binary forms, with or without\nmodification, are permitted"
	for text, want := range map[string]string{
		"Apache License\n                           Version 2.0, January 2004":                                 "Apache-2.0",
		"MIT License\n\nPermission is hereby granted, free of charge, to any person\nobtaining a copy of this": "MIT",
		"Mozilla Public License, version 2.0\n":                                                                "MPL-2.0",
		bsd:                                                                                                    "BSD-2-Clause",
		bsd + "\n * Neither the name of Google Inc. nor the names of its contributors may be used to endorse": "BSD-3-Clause",
		"All rights reserved.": unknownLicence,
		"Permission is hereby granted, free of charge, to any person obtaining a copy\nLicensed under the Apache License, Version 2.0": "Apache-2.0/MIT",
	} {
		if got := licenceOf(text); got != want {
			t.Errorf("%.40q is %s, want %s", text, got, want)
		}
	}
}
