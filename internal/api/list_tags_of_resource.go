package api

import "github.com/ddbsql/ddbsql/internal/apierr"

func (in *ListTagsOfResourceInput) request(layer) *apierr.Error {
	return checkResourceARN(in.ResourceArn)
}
