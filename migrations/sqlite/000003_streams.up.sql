-- Streams. The id names the SQL table of the records (ddbsql_s<id>) and is never reused. last is the position of the last record that
-- has one.
CREATE TABLE ddbsql_streams (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    table_name TEXT    NOT NULL,
    label      TEXT    NOT NULL,
    last       INTEGER NOT NULL,
    definition TEXT    NOT NULL,
    UNIQUE (table_name, label)
);
-- Background work, each piece done by one server at a time: holder, until the time given (Unix milliseconds). state tells the next
-- holder where to go on.
CREATE TABLE ddbsql_jobs (
    name   TEXT    PRIMARY KEY,
    holder TEXT    NOT NULL,
    until  INTEGER NOT NULL,
    state  BLOB
) WITHOUT ROWID;
-- The tables whose time to live is enabled.
ALTER TABLE ddbsql_tables ADD COLUMN expires INTEGER NOT NULL DEFAULT FALSE;
CREATE INDEX ddbsql_tables_expires ON ddbsql_tables (name) WHERE expires;
