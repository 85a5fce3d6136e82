-- Names of writes that must not happen twice: ClientRequestToken by account and operation. A row is written in the transaction
-- of its write. digest tells what was asked, sizes what its items cost, expires (Unix milliseconds) when the name may be used again.
CREATE TABLE ddbsql_once (
    account   TEXT    NOT NULL,
    operation TEXT    NOT NULL,
    token     TEXT    NOT NULL,
    digest    BLOB    NOT NULL,
    expires   INTEGER NOT NULL,
    sizes     BLOB    NOT NULL,
    PRIMARY KEY (account, operation, token)
) WITHOUT ROWID;
CREATE INDEX ddbsql_once_expires ON ddbsql_once (expires);
