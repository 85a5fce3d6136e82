package apierr_test

import (
	"testing"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

func TestAppendJSON(t *testing.T) {
	item := apierr.New(apierr.ConditionalCheckFailed, "The conditional request failed")
	item.Item = []byte(`{"p":{"S":"a"}}`)
	for _, c := range []struct {
		name string
		err  *apierr.Error
		want string
	}{
		{"a validation error has the validation layer's prefix", apierr.Invalid("bad"),
			`{"__type":"com.amazon.coral.validate#ValidationException","message":"bad"}`},
		{"an error of the service itself has the service's prefix", apierr.New(apierr.ResourceNotFound, "gone"),
			`{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException","message":"gone"}`},
		{"a serialization error writes Message with a capital", apierr.New(apierr.Serialization, "odd"),
			`{"__type":"com.amazon.coral.service#SerializationException","Message":"odd"}`},
		{"an error without text has no message member", apierr.New(apierr.Serialization, ""),
			`{"__type":"com.amazon.coral.service#SerializationException"}`},
		{"quotes and control characters stay valid JSON", apierr.Invalid("a \"b\"\n\\"),
			`{"__type":"com.amazon.coral.validate#ValidationException","message":"a \"b\"\n\\"}`},
		{"the rejected item is sent as it is", item,
			`{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"The conditional request failed","Item":{"p":{"S":"a"}}}`},
		{"a cancelled transaction lists what became of each action", apierr.Canceled([]apierr.Reason{
			{Code: apierr.ReasonNone},
			{Code: apierr.ReasonCondition, Message: "The conditional request failed", Item: []byte(`{"p":{"S":"a"}}`)},
		}), `{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException",` +
			`"Message":"Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed]",` +
			`"CancellationReasons":[{"Code":"None"},{"Code":"ConditionalCheckFailed","Message":"The conditional request failed","Item":{"p":{"S":"a"}}}]}`},
		{"an action that is not valid is the only reason", apierr.CanceledBy(2, 1, apierr.Invalid("bad")),
			`{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException",` +
				`"Message":"Transaction cancelled, please refer cancellation reasons for specific reasons [None, ValidationError]",` +
				`"CancellationReasons":[{"Code":"None"},{"Code":"ValidationError","Message":"bad"}]}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := string(c.err.AppendJSON(nil)); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}
