package server

import "context"

// operation is one operation with its figures bound, so that a request looks nothing up but its target.
type operation struct {
	name    string
	figures operationFigures
	span    spanTexts
	// hostContext is Options.HostContext for the operation that wants it, nil for the others.
	hostContext func(ctx context.Context, host string) context.Context
}

// newOperations makes the table of operations by X-Amz-Target, and the operation under which requests for none of them
// are counted.
func newOperations(o *Options) (byTarget map[string]*operation, unknown *operation) {
	byTarget = make(map[string]*operation, len(o.Operations))
	for _, op := range o.Operations {
		served := &operation{name: op.Name, figures: o.Metrics.bind(op.Name)}
		if o.Traces != nil {
			served.span = newSpanTexts(serviceOf(op), op.Name)
		}
		if op.Name == "DescribeEndpoints" {
			served.hostContext = o.HostContext
		}
		byTarget[op.Prefix+"."+op.Name] = served
	}
	return byTarget, &operation{name: "unknown", figures: o.Metrics.bind("unknown"), span: newSpanTexts("DynamoDB", "unknown")}
}
