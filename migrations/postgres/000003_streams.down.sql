DROP INDEX ddbsql_tables_expires;
ALTER TABLE ddbsql_tables DROP COLUMN expires;
DROP TABLE ddbsql_jobs;
DROP TABLE ddbsql_streams;
