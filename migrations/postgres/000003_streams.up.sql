-- Streams. The id names the SQL table of the records (ddbsql_s<id>) and is never reused. last is the position of the last record that
-- has one; whoever gives positions locks the row.
CREATE TABLE ddbsql_streams (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    table_name text COLLATE "C" NOT NULL,
    label      text COLLATE "C" NOT NULL,
    last       bigint NOT NULL,
    definition text   NOT NULL,
    UNIQUE (table_name, label)
);
-- Background work, each piece done by one server at a time: holder, until the time given (Unix milliseconds). state tells the next
-- holder where to go on.
CREATE TABLE ddbsql_jobs (
    name   text COLLATE "C" PRIMARY KEY,
    holder text   NOT NULL,
    until  bigint NOT NULL,
    state  bytea
);
-- The tables whose time to live is enabled.
ALTER TABLE ddbsql_tables ADD COLUMN expires boolean NOT NULL DEFAULT FALSE;
CREATE INDEX ddbsql_tables_expires ON ddbsql_tables (name) WHERE expires;
