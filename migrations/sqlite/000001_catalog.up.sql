-- Table definitions. The id names the SQL tables of items and entries and is never reused.
CREATE TABLE ddbsql_tables (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT    NOT NULL UNIQUE,
    version    INTEGER NOT NULL,
    definition TEXT    NOT NULL
);
