// Package permit says what a key is good for that not everything is allowed to: reading alone, or some tables.
//
// It looks at a request's decoded input, which is what the engine will run: what a request names twice, or by an ARN, is read here as
// it is there. What does not decode is refused by the engine, and allowed here.
package permit

import (
	"path"
	"slices"

	"github.com/ddbsql/ddbsql/grammar"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
)

// Config is what a Guard needs to know.
type Config struct {
	// Key gives what is known of an access key at the time.
	Key func(accessKey string) (auth.Key, bool)
	// Region and Account are those of ARNs in refusals.
	Region, Account string
}

// Guard refuses what keys are not good for. It is safe for concurrent use.
type Guard struct {
	config     Config
	statements *grammar.Cache
}

// cachedStatements is how many PartiQL statements of restricted keys are kept parsed.
const cachedStatements = 256

// New makes a Guard.
func New(c Config) *Guard { return &Guard{config: c, statements: grammar.NewCache(cachedStatements)} }

// Permit refuses a request that its key, which is verified, is not good for: AccessDeniedException, about the first thing of several
// that it is not allowed. Keys without restrictions cost a look into a map.
func (g *Guard) Permit(accessKey, operation string, body []byte) *apierr.Error {
	key, known := g.config.Key(accessKey)
	if !known { // it went while the request ran
		return apierr.New(apierr.UnrecognizedClient, "The security token included in the request is invalid.")
	}
	if !key.Restricted() {
		return nil
	}
	in, refused := api.Decode(api.Operations[operation], body)
	if refused != nil {
		return nil // in the engine's words
	}
	for _, a := range g.accesses(operation, in) {
		if !allows(&key, &a) {
			return g.refusal(accessKey, &a)
		}
	}
	return nil
}

func allows(key *auth.Key, a *access) bool {
	if key.ReadOnly && !reads[a.action] {
		return false
	}
	return key.Tables == nil || slices.ContainsFunc(key.Tables, func(pattern string) bool {
		matches, _ := path.Match(pattern, a.table) // patterns of keys are sound
		return matches
	})
}

// refusal is worded as IAM's, of a user whose name is the key's id.
func (g *Guard) refusal(accessKey string, a *access) *apierr.Error {
	action := "dynamodb:" + a.action
	resource := "*"
	if a.table != "" {
		resource = "arn:aws:dynamodb:" + g.config.Region + ":" + g.config.Account + ":table/" + a.table + a.within
	}
	return apierr.New(apierr.AccessDenied, "User: arn:aws:iam::"+g.config.Account+":user/"+accessKey+" is not authorized to perform: "+action+
		" on resource: "+resource+" because no identity-based policy allows the "+action+" action")
}
