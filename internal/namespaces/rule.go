package namespaces

import (
	"fmt"
	"regexp"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
)

// Mode says what keeps data apart.
type Mode string

// Modes.
const (
	Off           Mode = "off"            // nothing: there is one namespace, the main database
	AccessKey     Mode = "access-key"     // each access key has data of its own
	AccountRegion Mode = "account-region" // as with the service: the same names in other accounts and regions are other tables
)

// Namespace is who the data in a database belongs to.
type Namespace struct {
	// Name tells namespaces apart; it is empty for the main database.
	Name string
	// Account and Region are those in the ARNs of what is made there.
	Account, Region string
}

// Rule leads credentials to namespaces.
type Rule struct {
	Mode Mode
	// Account and Region are those of requests whose credentials name none. With AccountRegion their data is in the main database.
	Account, Region string
	// AccountOf gives the account that an access key is known to have, empty if it is not known. Nil knows none.
	AccountOf func(accessKey string) string
}

// maxRegion is how many characters a region has at most. (As a bound in its form it would make that a long program, compiled at each start.)
const maxRegion = 40

var (
	keyForm     = regexp.MustCompile(`^[A-Za-z0-9_.-]+$`)
	regionForm  = regexp.MustCompile(`^[a-z0-9-]+$`)
	accountForm = regexp.MustCompile(`^[0-9]{12}$`)
)

var (
	errNoKey  = apierr.New(apierr.MissingAuthentication, "Request is missing Authentication Token")
	errBadKey = apierr.New(apierr.UnrecognizedClient, "The security token included in the request is invalid.")
)

// Of gives the namespace of a request. named says whether the request names anybody; who does not, is of the main database's account and
// region, and of no access key.
func (r *Rule) Of(who auth.Scope, named bool) (Namespace, *apierr.Error) {
	if r.Mode == AccessKey {
		return r.ofKey(who, named)
	}
	n := Namespace{Account: r.Account, Region: r.Region}
	if !named {
		return n, nil
	}
	if who.Region != "" {
		n.Region = who.Region
	}
	n.Account = r.accountOf(who.AccessKey)
	if !isRegion(n.Region) {
		return n, apierr.New(apierr.InvalidSignature, "Credential should be scoped to a valid region, not '"+n.Region+"'. ")
	}
	if n.Account != r.Account || n.Region != r.Region {
		n.Name = n.Account + "-" + n.Region
	}
	return n, nil
}

func (r *Rule) ofKey(who auth.Scope, named bool) (Namespace, *apierr.Error) {
	switch {
	case !named:
		return Namespace{}, errNoKey
	case !isKey(who.AccessKey):
		return Namespace{}, errBadKey
	}
	return Namespace{Name: who.AccessKey, Account: r.accountOf(who.AccessKey), Region: r.Region}, nil
}

// accountOf is the account of an access key: the one it is known to have, else itself if it is an account's number, else the main one.
func (r *Rule) accountOf(accessKey string) string {
	if r.AccountOf != nil {
		if account := r.AccountOf(accessKey); account != "" {
			return account
		}
	}
	if accountForm.MatchString(accessKey) {
		return accessKey
	}
	return r.Account
}

func isRegion(name string) bool { return len(name) <= maxRegion && regionForm.MatchString(name) }

// Named gives the namespace of that name, as it is listed; the main database's name is empty.
func (r *Rule) Named(name string) (Namespace, error) {
	main := Namespace{Account: r.Account, Region: r.Region}
	switch {
	case name == "":
		return main, nil
	case r.Mode == AccessKey && isKey(name):
		return Namespace{Name: name, Account: r.accountOf(name), Region: r.Region}, nil
	case r.Mode == AccountRegion && len(name) > accountDigits && name[accountDigits] == '-':
		n := Namespace{Name: name, Account: name[:accountDigits], Region: name[accountDigits+1:]}
		if n.Account == r.Account && n.Region == r.Region {
			return main, nil
		}
		if accountForm.MatchString(n.Account) && isRegion(n.Region) {
			return n, nil
		}
	}
	return Namespace{}, fmt.Errorf("%q is no name of a namespace with --namespaces %s", name, r.Mode)
}

// accountDigits is the length of an account's number.
const accountDigits = 12
