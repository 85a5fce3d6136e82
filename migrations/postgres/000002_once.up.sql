-- Names of writes that must not happen twice: ClientRequestToken by account and operation. A row is written in the transaction
-- of its write. digest tells what was asked, sizes what its items cost, expires (Unix milliseconds) when the name may be used again.
CREATE TABLE ddbsql_once (
    account   text COLLATE "C" NOT NULL,
    operation text COLLATE "C" NOT NULL,
    token     text COLLATE "C" NOT NULL,
    digest    bytea  NOT NULL,
    expires   bigint NOT NULL,
    sizes     bytea  NOT NULL,
    PRIMARY KEY (account, operation, token)
);
CREATE INDEX ddbsql_once_expires ON ddbsql_once (expires);
