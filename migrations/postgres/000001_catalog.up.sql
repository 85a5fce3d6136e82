-- Table definitions. The id names the SQL tables of items and entries and is never reused.
CREATE TABLE ddbsql_tables (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text COLLATE "C" NOT NULL UNIQUE,
    version    bigint NOT NULL,
    definition text   NOT NULL
);
