// Package api is the first room behind the server: it turns a request body into one operation's input, and an output
// into a response body, both without reflection.
//
// Types, decoders, encoders and constraint checks are generated from the service's machine-readable model (folder
// gen); what the model does not say is one file per operation, named after it. Decode does all that a request can be
// refused for without its expressions parsed and without its table: wrong JSON, wrong types, violated constraints,
// unusable values, parameters that exclude each other. What comes out of Decode needs no further look at its form.
//
// In inputs a nil pointer, a nil slice and an item with a nil Doc mean that the member was absent (or null, which is
// the same); an empty non-nil slice or map was sent empty. Outputs hold items as stored documents (Doc).
package api

//go:generate go run ./gen -out .
