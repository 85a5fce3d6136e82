package api

import "github.com/ddbsql/ddbsql/internal/apierr"

func (in *TagResourceInput) request(layer) *apierr.Error {
	if err := checkResourceARN(in.ResourceArn); err != nil {
		return err
	}
	if len(in.Tags) == 0 {
		return apierr.Invalid(textNoTags)
	}
	return checkTags(in.Tags)
}
