-- The oldest schema that a program must know to work with this database. A migration that leaves the programs before it able to work,
-- because it only adds, leaves it as it is; one that does not sets it to its own number.
CREATE TABLE ddbsql_compatible (oldest bigint NOT NULL);
INSERT INTO ddbsql_compatible (oldest) VALUES (3);
