DROP TABLE ddbsql_compatible;
