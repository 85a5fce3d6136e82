package plan

import "time"

// OnceWindow is how long a token is remembered.
const OnceWindow = 10 * time.Minute

// Once names a write so that it does not happen a second time within OnceWindow. A write that did not happen leaves no
// trace of its name.
type Once struct {
	// Account, Operation and Token are the name. Tokens of different accounts or operations have nothing to do with each other.
	Account, Operation, Token string
	// Digest tells what the name stands for: another write of that name is refused.
	Digest [32]byte
	// Now is when the request came.
	Now time.Time
}
