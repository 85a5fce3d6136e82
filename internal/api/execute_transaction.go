package api

import "github.com/ddbsql/ddbsql/internal/apierr"

func (in *ExecuteTransactionInput) request(l layer) *apierr.Error {
	size := 0
	for _, s := range in.TransactStatements {
		if err := CheckParameters(s.Parameters); err != nil {
			return err
		}
		for i := range s.Parameters {
			size += s.Parameters[i].Size
		}
	}
	if size > maxTransactionBytes {
		return l.refuse(textPayload + itoa(size))
	}
	return nil
}
