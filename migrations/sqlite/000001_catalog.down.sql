DROP TABLE ddbsql_tables;
