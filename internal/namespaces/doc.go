// Package namespaces keeps the data of those apart who share one server: by access key, or by account and region. It says which namespace a
// request's credentials stand for, and holds the open databases of those that are in use.
//
// The server asks at each request, before the engine sees it (server.Options.Enter). DynamoDB Local's own separation, by files of its names,
// goes by the same Pool.
package namespaces
