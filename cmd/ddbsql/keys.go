package main

import (
	"errors"
	"fmt"
	"maps"
	"sync"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
	"github.com/ddbsql/ddbsql/internal/permit"
	"github.com/ddbsql/ddbsql/internal/reload"
)

// keyholder knows whose requests are answered, and which of them.
type keyholder struct {
	verifier *auth.Verifier // nil when no keys are configured, or they are not to be asked for
	// permit is nil where nothing can restrict a key: only the file of credentials does.
	permit func(accessKey, operation string, body []byte) *apierr.Error
	file   *reload.Source // nil without a file
}

// keyholder reads the keys. Those of the file are read again when it changes.
func (c *config) keyholder() (keyholder, error) {
	keys, err := c.keys()
	switch {
	case err != nil:
		return keyholder{}, err
	case c.skipSignatures && restricts(keys):
		return keyholder{}, errors.New("--skip-signatures takes anybody for anybody: it cannot go with a --credentials-file that restricts keys")
	case len(keys) == 0 || c.skipSignatures:
		return keyholder{}, nil
	}
	h := keyholder{verifier: auth.NewVerifier(auth.Config{Keys: keys, Region: c.namespaces.signedRegion(c.region)})}
	if c.credentialsFile == "" {
		return h, nil
	}
	h.permit = permit.New(permit.Config{Key: h.verifier.Key, Region: c.region, Account: c.account}).Permit
	h.file, err = reload.Read("--credentials-file", func() error {
		keys, err := c.keys()
		if err == nil {
			h.verifier.Replace(keys)
		}
		return err
	}, c.credentialsFile)
	return h, err
}

// keys are the keys there are now: those of the file, and the one given by a flag.
func (c *config) keys() (auth.Keys, error) {
	keys := auth.Keys{}
	if c.credentialsFile != "" {
		fromFile, err := auth.LoadFile(c.credentialsFile)
		if err != nil {
			return nil, fmt.Errorf("--credentials-file: %w", err)
		}
		maps.Copy(keys, fromFile)
	}
	if c.accessKey != "" {
		keys[c.accessKey] = auth.Key{Secret: c.secretKey}
	}
	return keys, nil
}

// accounts tells the account of an access key, as far as the credentials file does: as it is now where signatures are verified, else as it
// is when that is first asked for.
func (c *config) accounts(h *keyholder) func(accessKey string) string {
	if h.verifier != nil {
		return func(accessKey string) string {
			key, _ := h.verifier.Key(accessKey)
			return key.Account
		}
	}
	keys := sync.OnceValue(func() auth.Keys {
		keys, _ := c.keys() // whoever needs them has asked keyholder, which tells what is wrong
		return keys
	})
	return func(accessKey string) string { return keys()[accessKey].Account }
}

func restricts(keys auth.Keys) bool {
	for _, key := range keys {
		if key.Restricted() {
			return true
		}
	}
	return false
}
