package auth

import (
	"crypto/sha256"
	"crypto/subtle"
)

// Keys are the keys whose signatures are accepted, by their access key ids.
type Keys map[string]Key

// Key is what is known of an access key.
type Key struct {
	Secret string
	// Token must come along with every request, as the session token of temporary credentials does. Without one, none may come.
	Token string
	// Account is the account that the key belongs to, of 12 digits; empty if nobody says.
	Account string
	// ReadOnly and Tables are what the key is good for; the zero values are no restriction. Tables are patterns of tables' names, with *
	// for any text and ? for any character. This package only reads them.
	ReadOnly bool
	Tables   []string
}

// Restricted tells whether there is something that the key is not good for.
func (k *Key) Restricted() bool { return k.ReadOnly || k.Tables != nil }

// SameSecret compares two secrets in a time that tells nothing of either, not even their lengths.
func SameSecret(a, b string) bool {
	x, y := sha256.Sum256([]byte(a)), sha256.Sum256([]byte(b))
	return subtle.ConstantTimeCompare(x[:], y[:]) == 1
}

// keyring are the keys at a time, with what was derived from their secrets: who replaces it leaves nothing of keys that went.
type keyring struct {
	keys    Keys
	derived *signingKeys
}

func newKeyring(keys Keys) *keyring { return &keyring{keys: keys, derived: newSigningKeys()} }

// lets tells whether there is such a key and the token is the one that belongs to it.
func (r *keyring) lets(accessKey, token string) bool {
	key, known := r.keys[accessKey]
	switch {
	case !known:
		return false
	case token == "":
		return key.Token == ""
	}
	return key.Token != "" && SameSecret(token, key.Token)
}
