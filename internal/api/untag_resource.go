package api

import "github.com/ddbsql/ddbsql/internal/apierr"

// request takes any keys: removing a tag that no table can have changes nothing, as removing one that is not there.
func (in *UntagResourceInput) request(layer) *apierr.Error {
	if err := checkResourceARN(in.ResourceArn); err != nil {
		return err
	}
	if len(in.TagKeys) == 0 {
		return apierr.Invalid(textNoTagKeys)
	}
	return nil
}
