DROP TABLE ddbsql_jobs;
DROP TABLE ddbsql_streams;
