DROP TABLE ddbsql_once;
