// Package faults has tests of what happens when the machine fails a server, or its clients do: ddbsql's own program is started as a
// process of its own, and is then denied room, rights, files or manners. docs/operations.md lists the outcomes.
// The denying is Linux's.
package faults
