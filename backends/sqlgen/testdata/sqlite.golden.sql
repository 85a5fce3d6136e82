-- backfill: items (backfill_items)
SELECT t.token, t.sk, t.item FROM ddbsql_t7 AS t ORDER BY t.token, t.sk LIMIT ?1

-- backfill: more items (backfill_items)
SELECT t.token, t.sk, t.item FROM ddbsql_t7 AS t WHERE (t.token, t.sk) > (?1, ?2) ORDER BY t.token, t.sk LIMIT ?3

-- collection size (collection_size)
SELECT (SELECT COALESCE(sum(size), 0) FROM ddbsql_t9 WHERE token = ?1) + (SELECT COALESCE(sum(x.size), 0) FROM ddbsql_t9_i1 AS x WHERE x.itoken = ?1) + (SELECT COALESCE(sum(t.size), 0) FROM ddbsql_t9_i2 AS x JOIN ddbsql_t9 AS t ON t.token = x.token AND t.sk = x.sk WHERE x.itoken = ?1)

-- definition 0 (create_table)
CREATE TABLE ddbsql_t7 (token BLOB NOT NULL, sk BLOB NOT NULL, size INTEGER NOT NULL, item BLOB NOT NULL, PRIMARY KEY (token, sk)) WITHOUT ROWID

-- definition 1 (create_view)
CREATE VIEW ddbsql_v7 AS SELECT item -> '$."Artist"' ->> 'S' AS partition_key, item -> '$."Song''s"' ->> 'N' AS sort_key, size AS bytes, json(item) AS item FROM ddbsql_t7

-- definition 2 (create_index)
CREATE TABLE ddbsql_t7_i1 (itoken BLOB NOT NULL, isk BLOB NOT NULL, token BLOB NOT NULL, sk BLOB NOT NULL, size INTEGER NOT NULL, PRIMARY KEY (itoken, isk, token, sk), UNIQUE (token, sk)) WITHOUT ROWID

-- definition 3 (create_index)
CREATE TABLE ddbsql_t7_i4 (itoken BLOB NOT NULL, isk BLOB NOT NULL, token BLOB NOT NULL, sk BLOB NOT NULL, size INTEGER NOT NULL, PRIMARY KEY (itoken, isk, token, sk), UNIQUE (token, sk)) WITHOUT ROWID

-- definition 4 (drop_view)
DROP VIEW IF EXISTS ddbsql_v7

-- definition 5 (drop_table)
DROP TABLE IF EXISTS ddbsql_t7_i1

-- definition 6 (drop_table)
DROP TABLE IF EXISTS ddbsql_t7_i4

-- definition 7 (drop_table)
DROP TABLE IF EXISTS ddbsql_t7

-- delete (delete_item)
DELETE FROM ddbsql_t7 AS t WHERE t.token = ?1 AND t.sk = ?2

-- delete entry (delete_entry)
DELETE FROM ddbsql_t7_i1 AS x WHERE x.token = ?1 AND x.sk = ?2

-- delete if (delete_item_if)
DELETE FROM ddbsql_t7 AS t WHERE t.token = ?1 AND t.sk = ?2 AND (ddb_equal(t.item, ?3, ?4)) IS TRUE

-- get (get_item)
SELECT t.size, t.item FROM ddbsql_t7 AS t WHERE t.token = ?1 AND t.sk = ?2

-- get many (get_items)
SELECT k.n, t.size, t.item FROM ddb_keys(?1) AS k CROSS JOIN ddbsql_t7 AS t ON t.token = k.token AND t.sk = k.sk

-- index stats (index_stats)
SELECT count(*), COALESCE(sum(x.size), 0) FROM ddbsql_t7_i1 AS x

-- index stats, all (index_stats)
SELECT count(*), COALESCE(sum(t.size), 0) FROM ddbsql_t7_i4 AS x JOIN ddbsql_t7 AS t ON t.token = x.token AND t.sk = x.sk

-- insert definition (insert_definition)
INSERT INTO ddbsql_tables (name, version, definition) VALUES (?1, ?2, ?3) ON CONFLICT (name) DO NOTHING RETURNING id

-- item stats (item_stats)
SELECT count(*), COALESCE(sum(size), 0) FROM ddbsql_t7

-- job: clear rows (clear_rows)
DELETE FROM ddbsql_t7 WHERE (token, sk) IN (SELECT token, sk FROM ddbsql_t7 LIMIT ?1)

-- job: count (count_jobs)
SELECT count(*) FROM ddbsql_jobs WHERE name >= ?1 AND name < ?2

-- job: drop (drop_job)
DELETE FROM ddbsql_jobs WHERE name = ?1

-- job: end (end_job)
DELETE FROM ddbsql_jobs WHERE name = ?1 AND holder = ?2

-- job: free (free_jobs)
UPDATE ddbsql_jobs SET until = 0 WHERE until > 0

-- job: rows up to (count_rows)
SELECT count(*) FROM (SELECT 1 FROM ddbsql_t7 LIMIT ?1) AS r

-- job: save (save_job)
UPDATE ddbsql_jobs SET state = ?1, until = CAST(unixepoch('subsec') * 1000 AS INTEGER) + ?2 WHERE name = ?3 AND holder = ?4

-- job: take (take_job)
INSERT INTO ddbsql_jobs AS j (name, holder, until) VALUES (?1, ?2, CAST(unixepoch('subsec') * 1000 AS INTEGER) + ?3) ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until WHERE (j.until <= CAST(unixepoch('subsec') * 1000 AS INTEGER) OR j.until > CAST(unixepoch('subsec') * 1000 AS INTEGER) + 86400000 AND j.holder <> '') OR j.holder = excluded.holder RETURNING state

-- job: waiting (waiting_jobs)
SELECT name FROM ddbsql_jobs WHERE name >= ?1 AND name < ?2 AND (until <= CAST(unixepoch('subsec') * 1000 AS INTEGER) OR until > CAST(unixepoch('subsec') * 1000 AS INTEGER) + 86400000 AND holder <> '') ORDER BY name LIMIT ?3

-- job: want (want_job)
INSERT INTO ddbsql_jobs (name, holder, until) VALUES (?1, ?2, ?3) ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until, state = NULL

-- job: want clearing (want_job)
INSERT INTO ddbsql_jobs (name, holder, until) VALUES (?1, ?2, ?3)

-- list expiring (list_expiring)
SELECT name FROM ddbsql_tables WHERE expires ORDER BY name

-- list tables (list_tables)
SELECT name FROM ddbsql_tables WHERE name > ?1 ORDER BY name LIMIT ?2

-- once: claim (claim_once)
INSERT INTO ddbsql_once AS o (account, operation, token, digest, expires, sizes) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (account, operation, token) DO UPDATE SET digest = excluded.digest, expires = excluded.expires, sizes = excluded.sizes WHERE o.expires <= ?7

-- once: forget (forget_once)
DELETE FROM ddbsql_once WHERE (account, operation, token) IN (SELECT account, operation, token FROM ddbsql_once WHERE expires <= ?1 ORDER BY expires LIMIT ?2)

-- once: read (read_once)
SELECT digest, sizes, expires <= ?4 FROM ddbsql_once WHERE account = ?1 AND operation = ?2 AND token = ?3

-- once: record (record_once)
UPDATE ddbsql_once SET sizes = ?4 WHERE account = ?1 AND operation = ?2 AND token = ?3

-- predicate: and, or, not (predicate)
((ddb_exists(t.item, ?1) OR TRUE) AND NOT ((ddb_key(t.item, ?2) = ddb_key(t.item, ?3)) IS TRUE))

-- predicate: at least a string (predicate)
((0 >= ddb_compare(t.item, ?1, ?2))) IS TRUE

-- predicate: at most a binary (predicate)
((ddb_compare(t.item, ?1, ?2) <= 0)) IS TRUE

-- predicate: begins with a binary (predicate)
((ddb_begins_with(t.item, ?1, ?2))) IS TRUE

-- predicate: begins with a string (predicate)
((ddb_begins_with(t.item, ?1, ?2))) IS TRUE

-- predicate: between (predicate)
((ddb_between(t.item, ?1, ?2, ?3))) IS TRUE

-- predicate: between of several types (predicate)
FALSE

-- predicate: contains U+0001 (predicate)
ddb_contains(t.item, ?1, ?2) IS TRUE

-- predicate: contains a binary (predicate)
ddb_contains(t.item, ?1, ?2) IS TRUE

-- predicate: contains a number (predicate)
ddb_contains(t.item, ?1, ?2) IS TRUE

-- predicate: contains a string (predicate)
ddb_contains(t.item, ?1, ?2) IS TRUE

-- predicate: contains an attribute (predicate)
ddb_contains(t.item, ?1, ddb_key(t.item, ?2)) IS TRUE

-- predicate: equal (predicate)
(ddb_equal(t.item, ?1, ?2)) IS TRUE

-- predicate: exists (predicate)
ddb_exists(t.item, ?1)

-- predicate: greater, types unknown (predicate)
((ddb_key(t.item, ?1, 'S') > ddb_key(t.item, ?2, 'S')) OR (ddb_key(t.item, ?1, 'N') > ddb_key(t.item, ?2, 'N')) OR (ddb_key(t.item, ?1, 'B') > ddb_key(t.item, ?2, 'B'))) IS TRUE

-- predicate: in (predicate)
(ddb_key(t.item, ?1) IN (?2, ?3, ddb_key(t.item, ?4))) IS TRUE

-- predicate: less than a number (predicate)
((ddb_compare(t.item, ?1, ?2) < 0)) IS TRUE

-- predicate: less than an unordered value (predicate)
FALSE

-- predicate: missing operand (predicate)
(NULL = ?1) IS NOT TRUE

-- predicate: not equal (predicate)
(ddb_key(t.item, ?1) = ddb_key(t.item, ?2)) IS NOT TRUE

-- predicate: size equal (predicate)
(ddb_size_key(t.item, ?1) = ddb_key(t.item, ?2)) IS TRUE

-- predicate: size in a comparison (predicate)
((ddb_size_key(t.item, ?1) > ?2)) IS TRUE

-- predicate: type is (predicate)
ddb_is(t.item, ?1, 'SS')

-- predicate: value contains an attribute (predicate)
ddb_contains(?1, ?2, ddb_key(t.item, ?3)) IS TRUE

-- put (put_item)
INSERT INTO ddbsql_t7 AS t (token, sk, size, item) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (token, sk) DO UPDATE SET size = excluded.size, item = excluded.item

-- put entry (put_entry)
INSERT INTO ddbsql_t7_i1 AS x (itoken, isk, size, token, sk) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (token, sk) DO UPDATE SET itoken = excluded.itoken, isk = excluded.isk, size = excluded.size WHERE (x.itoken, x.isk, x.size) <> (excluded.itoken, excluded.isk, excluded.size)

-- put, must be there (put_item_if)
UPDATE ddbsql_t7 AS t SET size = ?3, item = ?4 WHERE t.token = ?1 AND t.sk = ?2 AND (ddb_equal(t.item, ?5, ?6)) IS TRUE

-- put, true on missing (put_item_if)
INSERT INTO ddbsql_t7 AS t (token, sk, size, item) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (token, sk) DO UPDATE SET size = excluded.size, item = excluded.item WHERE (ddb_equal(t.item, ?5, ?6)) IS TRUE

-- query (query)
SELECT t.item, t.size FROM ddbsql_t7 AS t WHERE t.token = ?1 AND t.sk >= ?2 AND t.sk < ?3 ORDER BY t.sk

-- query an index (query_index)
SELECT t.item, x.size, t.size FROM ddbsql_t7_i1 AS x JOIN ddbsql_t7 AS t ON t.token = x.token AND t.sk = x.sk WHERE x.itoken = ?1 AND (x.isk, x.token, x.sk) > (?2, ?3, ?4) ORDER BY x.isk, x.token, x.sk

-- query backward (query_filter)
SELECT t.item, t.size, t.size, (ddb_equal(t.item, ?1, ?2)) IS TRUE FROM ddbsql_t7 AS t WHERE t.token = ?3 AND (t.sk) < (?4) ORDER BY t.sk DESC

-- read for an update (read_item)
SELECT t.size, t.item, (ddb_equal(t.item, ?3, ?4)) IS TRUE FROM ddbsql_t7 AS t WHERE t.token = ?1 AND t.sk = ?2

-- scan a segment (scan)
SELECT t.item, t.size FROM ddbsql_t7 AS t WHERE t.token <= ?1 AND (t.token, t.sk) > (?2, ?3) ORDER BY t.token, t.sk

-- scan an index all (scan_index)
SELECT t.item, t.size, t.size FROM ddbsql_t7_i4 AS x JOIN ddbsql_t7 AS t ON t.token = x.token AND t.sk = x.sk WHERE (x.itoken, x.isk, x.token, x.sk) > (?1, ?2, ?3, ?4) ORDER BY x.itoken, x.isk, x.token, x.sk

-- stream: check (check_records)
SELECT position, shard, token FROM ddbsql_s5 ORDER BY position IS NULL, position

-- stream: create 0 (create_records)
CREATE TABLE ddbsql_s5 (n INTEGER PRIMARY KEY, position INTEGER, shard INTEGER, token BLOB NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL, expired INTEGER NOT NULL, size INTEGER NOT NULL, keys BLOB NOT NULL, old BLOB, new BLOB)

-- stream: create 1 (index_records)
CREATE INDEX ddbsql_s5_new ON ddbsql_s5 (n) WHERE position IS NULL

-- stream: create 2 (index_records)
CREATE UNIQUE INDEX ddbsql_s5_shard ON ddbsql_s5 (shard, position) WHERE position IS NOT NULL

-- stream: delete (delete_stream)
DELETE FROM ddbsql_streams WHERE id = ?1

-- stream: drop (drop_records)
DROP TABLE IF EXISTS ddbsql_s5

-- stream: insert (insert_stream)
INSERT INTO ddbsql_streams (table_name, label, last, definition) VALUES (?1, ?2, 0, ?3) RETURNING id

-- stream: list (list_streams)
SELECT id, table_name, label, last, definition FROM ddbsql_streams WHERE (table_name, label) > (?1, ?2) AND EXISTS (SELECT 1 FROM ddbsql_tables WHERE name = table_name) ORDER BY table_name, label LIMIT ?3

-- stream: list a table (list_streams)
SELECT id, table_name, label, last, definition FROM ddbsql_streams WHERE (table_name, label) > (?1, ?2) AND table_name = ?3 ORDER BY table_name, label LIMIT ?4

-- stream: list all (list_streams)
SELECT id, table_name, label, last, definition FROM ddbsql_streams WHERE (table_name, label) > (?1, ?2) ORDER BY table_name, label LIMIT ?3

-- stream: lock (lock_stream)
SELECT id, table_name, label, last, definition FROM ddbsql_streams WHERE id = ?1

-- stream: page (get_records)
SELECT position, at, kind, expired, size, keys, old, new FROM ddbsql_s5 WHERE shard = ?1 AND position > ?2 ORDER BY position LIMIT ?3

-- stream: place 0 (place_records)
WITH k AS (SELECT n, row_number() OVER (ORDER BY n) AS place FROM ddbsql_s5 WHERE position IS NULL ORDER BY n LIMIT ?2) UPDATE ddbsql_s5 AS r SET position = ?1 + k.place, shard = CASE WHEN r.token <= ?3 THEN 1 ELSE 2 END FROM k WHERE r.n = k.n

-- stream: place 1 (advance_stream)
UPDATE ddbsql_streams SET last = last + changes() WHERE id = ?1 RETURNING last

-- stream: place in one shard 0 (place_records)
WITH k AS (SELECT n, row_number() OVER (ORDER BY n) AS place FROM ddbsql_s6 WHERE position IS NULL ORDER BY n LIMIT ?2) UPDATE ddbsql_s6 AS r SET position = ?1 + k.place, shard = 1 FROM k WHERE r.n = k.n

-- stream: place in one shard 1 (advance_stream)
UPDATE ddbsql_streams SET last = last + changes() WHERE id = ?1 RETURNING last

-- stream: probe (probe_stream)
SELECT id, table_name, label, last, definition, EXISTS (SELECT 1 FROM ddbsql_s5 WHERE position IS NULL) FROM ddbsql_streams WHERE id = ?1

-- stream: read (get_stream)
SELECT id, table_name, label, last, definition FROM ddbsql_streams WHERE table_name = ?1 AND label = ?2

-- stream: read all (get_streams)
SELECT id, table_name, label, last, definition FROM ddbsql_streams ORDER BY id

-- stream: record (put_record)
INSERT INTO ddbsql_s5 (token, at, kind, expired, size, keys, old, new) SELECT ?1, ?2, 'MODIFY', FALSE, ?3, ?4, NULL, ?5

-- stream: trim (trim_records)
DELETE FROM ddbsql_s5 WHERE shard IN (?1, ?2) AND position > ?3 AND position <= ?4

-- stream: trim, the end (find_trim_end)
SELECT min(position) FROM ddbsql_s5 WHERE shard IN (?1, ?2) AND position > ?3 AND position <= ?4 AND at >= ?5

-- stream: update (update_stream)
UPDATE ddbsql_streams SET definition = ?1 WHERE id = ?2

-- update definition (update_definition)
UPDATE ddbsql_tables SET version = version + 1, expires = FALSE, definition = ?1 WHERE id = ?2 AND version = ?3

