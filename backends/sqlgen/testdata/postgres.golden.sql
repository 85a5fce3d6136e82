-- backfill: entries (backfill_entries)
INSERT INTO ddbsql_t7_i1 AS x (itoken, isk, size, token, sk) SELECT e.itoken, e.isk, e.size, t.token, t.sk FROM unnest($1::bytea[], $2::bytea[], $3::bigint[], $4::bytea[], $5::bytea[], $6::bigint[]) AS e (itoken, isk, size, token, sk, ver) JOIN ddbsql_t7 AS t ON t.token = e.token AND t.sk = e.sk AND t.ver = e.ver FOR SHARE OF t ON CONFLICT (token, sk) DO UPDATE SET itoken = excluded.itoken, isk = excluded.isk, size = excluded.size WHERE (x.itoken, x.isk, x.size) <> (excluded.itoken, excluded.isk, excluded.size)

-- backfill: items (backfill_items)
SELECT t.token, t.sk, jsonb_strip_nulls(jsonb_build_object($1::text, t.item -> $1::text, $2::text, t.item -> $2::text, $3::text, t.item -> $3::text, $4::text, t.item -> $4::text)), t.ver FROM ddbsql_t7 AS t ORDER BY t.token, t.sk LIMIT $5::bigint

-- backfill: more items (backfill_items)
SELECT t.token, t.sk, jsonb_strip_nulls(jsonb_build_object($1::text, t.item -> $1::text, $2::text, t.item -> $2::text, $3::text, t.item -> $3::text)), t.ver FROM ddbsql_t7 AS t WHERE (t.token, t.sk) > ($4::bytea, $5::bytea) ORDER BY t.token, t.sk LIMIT $6::bigint

-- batch 0 (put_items)
WITH w AS (INSERT INTO ddbsql_t7 AS t (token, sk, size, item, ver) SELECT k.token, k.sk, k.size, k.item, $5::bigint FROM unnest($1::bytea[], $2::bytea[], $3::bigint[], $4::jsonb[]) AS k (token, sk, size, item) WHERE EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 7 AND version = $6::bigint) ON CONFLICT (token, sk) DO UPDATE SET size = excluded.size, item = excluded.item, ver = excluded.ver RETURNING t.token, t.sk), i1 AS (INSERT INTO ddbsql_t7_i1 AS x (itoken, isk, size, token, sk) SELECT e.itoken, e.isk, e.size, e.token, e.sk FROM unnest($7::bytea[], $8::bytea[], $9::bigint[], $10::bytea[], $11::bytea[]) AS e (itoken, isk, size, token, sk) WHERE (SELECT count(*) FROM w) > 0 ON CONFLICT (token, sk) DO UPDATE SET itoken = excluded.itoken, isk = excluded.isk, size = excluded.size WHERE (x.itoken, x.isk, x.size) <> (excluded.itoken, excluded.isk, excluded.size)) SELECT 1 FROM w

-- batch 1 (delete_entries)
WITH d4 AS (DELETE FROM ddbsql_t7_i4 AS x USING unnest($2::bytea[], $3::bytea[]) AS k (token, sk) WHERE x.token = k.token AND x.sk = k.sk AND EXISTS (SELECT 1 FROM ddbsql_t7 AS t WHERE t.token = k.token AND t.sk = k.sk AND t.ver = $1::bigint)) SELECT 1

-- batch 2 (delete_items)
DELETE FROM ddbsql_t7 AS t USING unnest($1::bytea[], $2::bytea[]) AS k (token, sk) WHERE t.token = k.token AND t.sk = k.sk AND EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 7 AND version = $3::bigint)

-- batch 3 (delete_entries)
WITH d1 AS (DELETE FROM ddbsql_t7_i1 AS x USING unnest($1::bytea[], $2::bytea[]) AS k (token, sk) WHERE x.token = k.token AND x.sk = k.sk AND NOT EXISTS (SELECT 1 FROM ddbsql_t7 AS t WHERE t.token = k.token AND t.sk = k.sk)), d4 AS (DELETE FROM ddbsql_t7_i4 AS x USING unnest($3::bytea[], $4::bytea[]) AS k (token, sk) WHERE x.token = k.token AND x.sk = k.sk AND NOT EXISTS (SELECT 1 FROM ddbsql_t7 AS t WHERE t.token = k.token AND t.sk = k.sk)) SELECT 1

-- batch, expired 0 (delete_items_if)
WITH w AS (DELETE FROM ddbsql_t7 AS t USING unnest($1::bytea[], $2::bytea[]) AS k (token, sk) WHERE t.token = k.token AND t.sk = k.sk AND EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 7 AND version = $3::bigint) AND ((t.item -> $4::text) IS NOT NULL) RETURNING t.token, t.sk) SELECT w.token, w.sk FROM w

-- batch, expired 1 (delete_entries)
WITH d1 AS (DELETE FROM ddbsql_t7_i1 AS x USING unnest($1::bytea[], $2::bytea[]) AS k (token, sk) WHERE x.token = k.token AND x.sk = k.sk AND NOT EXISTS (SELECT 1 FROM ddbsql_t7 AS t WHERE t.token = k.token AND t.sk = k.sk)), d4 AS (DELETE FROM ddbsql_t7_i4 AS x USING unnest($3::bytea[], $4::bytea[]) AS k (token, sk) WHERE x.token = k.token AND x.sk = k.sk AND NOT EXISTS (SELECT 1 FROM ddbsql_t7 AS t WHERE t.token = k.token AND t.sk = k.sk)) SELECT 1

-- batch, expired, recorded 0 (delete_items_if)
WITH w AS (DELETE FROM ddbsql_t7 AS t USING unnest($1::bytea[], $2::bytea[]) AS k (token, sk) WHERE t.token = k.token AND t.sk = k.sk AND EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 7 AND version = $3::bigint) AND ((t.item -> $4::text) IS NOT NULL) RETURNING t.token, t.sk, t.size, t.item), r AS (INSERT INTO ddbsql_s3 (token, at, kind, expired, size, keys, old, new) SELECT w.token, $5::bigint, 'REMOVE', TRUE, w.size, jsonb_build_object($6::text, w.item -> $6::text, $7::text, w.item -> $7::text), w.item, NULL FROM w) SELECT w.token, w.sk FROM w

-- batch, expired, recorded 1 (delete_entries)
WITH d1 AS (DELETE FROM ddbsql_t7_i1 AS x USING unnest($1::bytea[], $2::bytea[]) AS k (token, sk) WHERE x.token = k.token AND x.sk = k.sk AND NOT EXISTS (SELECT 1 FROM ddbsql_t7 AS t WHERE t.token = k.token AND t.sk = k.sk)), d4 AS (DELETE FROM ddbsql_t7_i4 AS x USING unnest($3::bytea[], $4::bytea[]) AS k (token, sk) WHERE x.token = k.token AND x.sk = k.sk AND NOT EXISTS (SELECT 1 FROM ddbsql_t7 AS t WHERE t.token = k.token AND t.sk = k.sk)) SELECT 1

-- change: delete 0 (delete_item)
DELETE FROM ddbsql_t7 AS t WHERE t.token = $1::bytea AND t.sk = $2::bytea AND EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 7 AND version = $3::bigint)

-- change: delete 1 (delete_entries)
WITH d1 AS (DELETE FROM ddbsql_t7_i1 AS x WHERE x.token = $1::bytea AND x.sk = $2::bytea AND NOT EXISTS (SELECT 1 FROM ddbsql_t7 AS t WHERE t.token = $1::bytea AND t.sk = $2::bytea)), d4 AS (DELETE FROM ddbsql_t7_i4 AS x WHERE x.token = $1::bytea AND x.sk = $2::bytea AND NOT EXISTS (SELECT 1 FROM ddbsql_t7 AS t WHERE t.token = $1::bytea AND t.sk = $2::bytea)) SELECT 1

-- change: delete, old image 0 (delete_item)
WITH o AS (SELECT t.size, t.item, TRUE AS hit FROM ddbsql_t7 AS t WHERE t.token = $1::bytea AND t.sk = $2::bytea FOR UPDATE), w AS (DELETE FROM ddbsql_t7 AS t WHERE t.token = $1::bytea AND t.sk = $2::bytea AND EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 7 AND version = $3::bigint) AND (SELECT hit FROM o) RETURNING t.token, t.sk) SELECT EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 7 AND version = $3::bigint), o.size, o.item, o.hit, EXISTS (SELECT 1 FROM w) FROM (VALUES (1)) AS one LEFT JOIN o ON TRUE

-- change: delete, old image 1 (delete_entries)
WITH d1 AS (DELETE FROM ddbsql_t7_i1 AS x WHERE x.token = $1::bytea AND x.sk = $2::bytea AND NOT EXISTS (SELECT 1 FROM ddbsql_t7 AS t WHERE t.token = $1::bytea AND t.sk = $2::bytea)), d4 AS (DELETE FROM ddbsql_t7_i4 AS x WHERE x.token = $1::bytea AND x.sk = $2::bytea AND NOT EXISTS (SELECT 1 FROM ddbsql_t7 AS t WHERE t.token = $1::bytea AND t.sk = $2::bytea)) SELECT 1

-- change: put 0 (put_item_if)
WITH w AS (UPDATE ddbsql_t7 AS t SET size = $3::bigint, item = $4::jsonb, ver = $5::bigint WHERE t.token = $1::bytea AND t.sk = $2::bytea AND EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 7 AND version = $6::bigint) AND ((t.item -> $7::text) IS NOT NULL) RETURNING t.token, t.sk), i1 AS (INSERT INTO ddbsql_t7_i1 AS x (itoken, isk, size, token, sk) SELECT $8::bytea, $9::bytea, $10::bigint, w.token, w.sk FROM w ON CONFLICT (token, sk) DO UPDATE SET itoken = excluded.itoken, isk = excluded.isk, size = excluded.size WHERE (x.itoken, x.isk, x.size) <> (excluded.itoken, excluded.isk, excluded.size)) SELECT 1 FROM w

-- change: put 1 (delete_entries)
WITH d4 AS (DELETE FROM ddbsql_t7_i4 AS x WHERE x.token = $1::bytea AND x.sk = $2::bytea AND EXISTS (SELECT 1 FROM ddbsql_t7 AS t WHERE t.token = $1::bytea AND t.sk = $2::bytea AND t.ver = $3::bigint)) SELECT 1

-- change: put, old image 0 (put_item_if)
WITH o AS (SELECT t.size, t.item, ((t.item -> $7::text) IS NOT NULL) AS hit FROM ddbsql_t7 AS t WHERE t.token = $1::bytea AND t.sk = $2::bytea FOR UPDATE), w AS (INSERT INTO ddbsql_t7 AS t (token, sk, size, item, ver) SELECT $1::bytea, $2::bytea, $3::bigint, $4::jsonb, $5::bigint WHERE EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 7 AND version = $6::bigint) AND COALESCE((SELECT hit FROM o), FALSE) ON CONFLICT (token, sk) DO UPDATE SET size = excluded.size, item = excluded.item, ver = excluded.ver WHERE EXISTS (SELECT 1 FROM o) RETURNING t.token, t.sk), i1 AS (INSERT INTO ddbsql_t7_i1 AS x (itoken, isk, size, token, sk) SELECT $8::bytea, $9::bytea, $10::bigint, w.token, w.sk FROM w ON CONFLICT (token, sk) DO UPDATE SET itoken = excluded.itoken, isk = excluded.isk, size = excluded.size WHERE (x.itoken, x.isk, x.size) <> (excluded.itoken, excluded.isk, excluded.size)) SELECT EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 7 AND version = $6::bigint), o.size, o.item, o.hit, EXISTS (SELECT 1 FROM w) FROM (VALUES (1)) AS one LEFT JOIN o ON TRUE

-- change: put, old image 1 (delete_entries)
WITH d4 AS (DELETE FROM ddbsql_t7_i4 AS x WHERE x.token = $1::bytea AND x.sk = $2::bytea AND EXISTS (SELECT 1 FROM ddbsql_t7 AS t WHERE t.token = $1::bytea AND t.sk = $2::bytea AND t.ver = $3::bigint)) SELECT 1

-- collection size (collection_size)
SELECT (SELECT COALESCE(sum(size), 0) FROM ddbsql_t9 WHERE token = $1::bytea) + (SELECT COALESCE(sum(x.size), 0) FROM ddbsql_t9_i1 AS x WHERE x.itoken = $1::bytea) + (SELECT COALESCE(sum(t.size), 0) FROM ddbsql_t9_i2 AS x JOIN ddbsql_t9 AS t ON t.token = x.token AND t.sk = x.sk WHERE x.itoken = $1::bytea)

-- definition 0 (create_table)
CREATE TABLE ddbsql_t7 (token bytea NOT NULL, sk bytea NOT NULL, size integer NOT NULL, ver bigint NOT NULL, item jsonb NOT NULL, PRIMARY KEY (token, sk))

-- definition 1 (create_view)
CREATE VIEW ddbsql_v7 AS SELECT item -> 'Artist' ->> 'S' AS partition_key, item -> 'Song''s' ->> 'N' AS sort_key, size AS bytes, item AS item FROM ddbsql_t7

-- definition 2 (create_index)
CREATE TABLE ddbsql_t7_i1 (itoken bytea NOT NULL, isk bytea NOT NULL, token bytea NOT NULL, sk bytea NOT NULL, size integer NOT NULL, PRIMARY KEY (itoken, isk, token, sk), UNIQUE (token, sk))

-- definition 3 (create_index)
CREATE TABLE ddbsql_t7_i4 (itoken bytea NOT NULL, isk bytea NOT NULL, token bytea NOT NULL, sk bytea NOT NULL, size integer NOT NULL, PRIMARY KEY (itoken, isk, token, sk), UNIQUE (token, sk))

-- definition 4 (drop_view)
DROP VIEW IF EXISTS ddbsql_v7

-- definition 5 (drop_table)
DROP TABLE IF EXISTS ddbsql_t7_i1

-- definition 6 (drop_table)
DROP TABLE IF EXISTS ddbsql_t7_i4

-- definition 7 (drop_table)
DROP TABLE IF EXISTS ddbsql_t7

-- delete (delete_item)
DELETE FROM ddbsql_t7 AS t WHERE t.token = $1::bytea AND t.sk = $2::bytea AND EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 7 AND version = $3::bigint)

-- delete entry (delete_entry)
DELETE FROM ddbsql_t7_i1 AS x WHERE x.token = $1::bytea AND x.sk = $2::bytea

-- delete if (delete_item_if)
DELETE FROM ddbsql_t7 AS t WHERE t.token = $1::bytea AND t.sk = $2::bytea AND EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 7 AND version = $3::bigint) AND ((t.item -> $4::text) = $5::jsonb) IS TRUE

-- get (get_item)
SELECT t.size, t.item FROM ddbsql_t7 AS t WHERE t.token = $1::bytea AND t.sk = $2::bytea

-- get many (get_items)
SELECT k.n, t.size, t.item FROM unnest($1::bytea[], $2::bytea[]) WITH ORDINALITY AS k (token, sk, n) JOIN ddbsql_t7 AS t ON t.token = k.token AND t.sk = k.sk

-- hold (hold_item)
INSERT INTO ddbsql_t7 AS t (token, sk, size, item, ver) SELECT $1::bytea, $2::bytea, $3::bigint, $4::jsonb, $5::bigint ON CONFLICT (token, sk) DO NOTHING

-- index stats (index_stats)
SELECT count(*), COALESCE(sum(x.size), 0) FROM ddbsql_t7_i1 AS x

-- index stats, all (index_stats)
SELECT count(*), COALESCE(sum(t.size), 0) FROM ddbsql_t7_i4 AS x JOIN ddbsql_t7 AS t ON t.token = x.token AND t.sk = x.sk

-- insert definition (insert_definition)
INSERT INTO ddbsql_tables (name, version, definition) VALUES ($1::text, $2::bigint, $3::text) ON CONFLICT (name) DO NOTHING RETURNING id

-- item stats (item_stats)
SELECT count(*), COALESCE(sum(size), 0) FROM ddbsql_t7

-- job: clear rows (clear_rows)
DELETE FROM ddbsql_t7 WHERE (token, sk) IN (SELECT token, sk FROM ddbsql_t7 LIMIT $1::bigint)

-- job: count (count_jobs)
SELECT count(*) FROM ddbsql_jobs WHERE name >= $1::text AND name < $2::text

-- job: drop (drop_job)
DELETE FROM ddbsql_jobs WHERE name = $1::text

-- job: end (end_job)
DELETE FROM ddbsql_jobs WHERE name = $1::text AND holder = $2::text

-- job: free (free_jobs)
UPDATE ddbsql_jobs SET until = 0 WHERE until > 0

-- job: rows up to (count_rows)
SELECT count(*) FROM (SELECT 1 FROM ddbsql_t7 LIMIT $1::bigint) AS r

-- job: save (save_job)
UPDATE ddbsql_jobs SET state = $1::bytea, until = (extract(epoch FROM clock_timestamp()) * 1000)::bigint + $2::bigint WHERE name = $3::text AND holder = $4::text

-- job: take (take_job)
INSERT INTO ddbsql_jobs AS j (name, holder, until) VALUES ($1::text, $2::text, (extract(epoch FROM clock_timestamp()) * 1000)::bigint + $3::bigint) ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until WHERE (j.until <= (extract(epoch FROM clock_timestamp()) * 1000)::bigint OR j.until > (extract(epoch FROM clock_timestamp()) * 1000)::bigint + 86400000 AND j.holder <> '') OR j.holder = excluded.holder RETURNING state

-- job: waiting (waiting_jobs)
SELECT name FROM ddbsql_jobs WHERE name >= $1::text AND name < $2::text AND (until <= (extract(epoch FROM clock_timestamp()) * 1000)::bigint OR until > (extract(epoch FROM clock_timestamp()) * 1000)::bigint + 86400000 AND holder <> '') ORDER BY name LIMIT $3::bigint

-- job: want (want_job)
INSERT INTO ddbsql_jobs (name, holder, until) VALUES ($1::text, $2::text, $3::bigint) ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until, state = NULL

-- job: want clearing (want_job)
INSERT INTO ddbsql_jobs (name, holder, until) VALUES ($1::text, $2::text, $3::bigint)

-- list expiring (list_expiring)
SELECT name FROM ddbsql_tables WHERE expires ORDER BY name

-- list tables (list_tables)
SELECT name FROM ddbsql_tables WHERE name > $1::text ORDER BY name LIMIT $2::bigint

-- lock collection (lock_collection)
SELECT pg_advisory_xact_lock($1::bigint)

-- lock definition (lock_definition)
SELECT id, version, definition FROM ddbsql_tables WHERE id = $1::bigint FOR UPDATE

-- lock table (lock_table)
LOCK TABLE ddbsql_t7 IN EXCLUSIVE MODE

-- locked 0 (replace_item)
UPDATE ddbsql_t7 AS t SET size = $3::bigint, item = $4::jsonb, ver = $5::bigint WHERE t.token = $1::bytea AND t.sk = $2::bytea

-- locked 1 (put_entry)
INSERT INTO ddbsql_t7_i1 AS x (itoken, isk, size, token, sk) VALUES ($1::bytea, $2::bytea, $3::bigint, $4::bytea, $5::bytea) ON CONFLICT (token, sk) DO UPDATE SET itoken = excluded.itoken, isk = excluded.isk, size = excluded.size WHERE (x.itoken, x.isk, x.size) <> (excluded.itoken, excluded.isk, excluded.size)

-- locked 2 (delete_entry)
DELETE FROM ddbsql_t7_i4 AS x WHERE x.token = $1::bytea AND x.sk = $2::bytea

-- locked 3 (remove_item)
DELETE FROM ddbsql_t7 AS t WHERE t.token = $1::bytea AND t.sk = $2::bytea

-- locked 4 (delete_entry)
DELETE FROM ddbsql_t7_i1 AS x WHERE x.token = $1::bytea AND x.sk = $2::bytea

-- locked 5 (delete_entry)
DELETE FROM ddbsql_t7_i4 AS x WHERE x.token = $1::bytea AND x.sk = $2::bytea

-- many: put (put_item_if_many)
WITH k AS (SELECT * FROM unnest($1::bytea[], $2::bytea[], $3::bigint[], $4::jsonb[], $5::bigint[]) WITH ORDINALITY AS k (p1, p2, p3, p4, p5, n) WHERE EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 8 AND version = $6::bigint)) INSERT INTO ddbsql_t8 AS t (token, sk, size, item, ver) SELECT p1, p2, p3, p4, p5 FROM k ON CONFLICT (token, sk) DO UPDATE SET size = excluded.size, item = excluded.item, ver = excluded.ver WHERE ((t.item -> $7::text) IS NOT NULL) RETURNING t.ver

-- many: put, old image (put_item_if_many)
WITH k AS (SELECT * FROM unnest($1::bytea[], $2::bytea[], $3::bigint[], $4::jsonb[], $5::bigint[], $8::bytea[], $9::bytea[], $10::bigint[], $11::bytea[], $12::bytea[], $13::bigint[]) WITH ORDINALITY AS k (p1, p2, p3, p4, p5, p8, p9, p10, p11, p12, p13, n) WHERE EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 7 AND version = $6::bigint)), o AS (SELECT k.*, t.size, t.item, t.hit FROM k LEFT JOIN LATERAL (SELECT t.size, t.item, ((t.item -> $7::text) IS NOT NULL) AS hit FROM ddbsql_t7 AS t WHERE t.token = p1 AND t.sk = p2 FOR UPDATE) AS t ON TRUE), w AS (INSERT INTO ddbsql_t7 AS t (token, sk, size, item, ver) SELECT o.p1, o.p2, p3, p4, o.p5 FROM o WHERE o.hit ON CONFLICT (token, sk) DO UPDATE SET size = excluded.size, item = excluded.item, ver = excluded.ver RETURNING t.ver), m AS (INSERT INTO ddbsql_t7 AS t (token, sk, size, item, ver) SELECT o.p1, o.p2, o.p3, o.p4, o.p5 FROM o WHERE o.size IS NULL ON CONFLICT (token, sk) DO NOTHING RETURNING t.ver), i1 AS (INSERT INTO ddbsql_t7_i1 AS x (itoken, isk, size, token, sk) SELECT p8, p9, p10, o.p1, o.p2 FROM o WHERE o.p5 IN (SELECT ver FROM w UNION ALL SELECT ver FROM m) ON CONFLICT (token, sk) DO UPDATE SET itoken = excluded.itoken, isk = excluded.isk, size = excluded.size WHERE (x.itoken, x.isk, x.size) <> (excluded.itoken, excluded.isk, excluded.size)), i4 AS (INSERT INTO ddbsql_t7_i4 AS x (itoken, isk, size, token, sk) SELECT p11, p12, p13, o.p1, o.p2 FROM o WHERE o.p5 IN (SELECT ver FROM w UNION ALL SELECT ver FROM m) ON CONFLICT (token, sk) DO UPDATE SET itoken = excluded.itoken, isk = excluded.isk, size = excluded.size WHERE (x.itoken, x.isk, x.size) <> (excluded.itoken, excluded.isk, excluded.size)) SELECT o.n, TRUE, o.size, CASE WHEN o.hit THEN o.item END, o.hit, o.p5 IN (SELECT ver FROM w UNION ALL SELECT ver FROM m) FROM o

-- many: put, recorded (put_item_if_many)
WITH k AS (SELECT * FROM unnest($1::bytea[], $2::bytea[], $3::bigint[], $4::jsonb[], $5::bigint[], $8::bigint[]) WITH ORDINALITY AS k (p1, p2, p3, p4, p5, p8, n) WHERE EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 8 AND version = $6::bigint)), o AS (SELECT k.*, t.size, t.item, t.hit FROM k LEFT JOIN LATERAL (SELECT t.size, t.item, ((t.item -> $7::text) IS NOT NULL) AS hit FROM ddbsql_t8 AS t WHERE t.token = p1 AND t.sk = p2 FOR UPDATE) AS t ON TRUE), w AS (INSERT INTO ddbsql_t8 AS t (token, sk, size, item, ver) SELECT o.p1, o.p2, p3, p4, o.p5 FROM o WHERE o.hit ON CONFLICT (token, sk) DO UPDATE SET size = excluded.size, item = excluded.item, ver = excluded.ver RETURNING t.ver), m AS (INSERT INTO ddbsql_t8 AS t (token, sk, size, item, ver) SELECT o.p1, o.p2, o.p3, o.p4, o.p5 FROM o WHERE o.size IS NULL ON CONFLICT (token, sk) DO NOTHING RETURNING t.ver), r AS (INSERT INTO ddbsql_s3 (token, at, kind, expired, size, keys, old, new) SELECT p1, p8, CASE WHEN o.item IS NULL THEN 'INSERT' ELSE 'MODIFY' END, FALSE, COALESCE(o.size, 0) + p3, jsonb_build_object($9::text, p4 -> $9::text), o.item, p4 FROM o WHERE o.p5 IN (SELECT ver FROM w UNION ALL SELECT ver FROM m) AND o.item IS DISTINCT FROM p4) SELECT o.n, TRUE, o.size, NULL::jsonb, o.hit, o.p5 IN (SELECT ver FROM w UNION ALL SELECT ver FROM m) FROM o

-- once: claim (claim_once)
INSERT INTO ddbsql_once AS o (account, operation, token, digest, expires, sizes) VALUES ($1::text, $2::text, $3::text, $4::bytea, $5::bigint, $6::bytea) ON CONFLICT (account, operation, token) DO UPDATE SET digest = excluded.digest, expires = excluded.expires, sizes = excluded.sizes WHERE o.expires <= $7::bigint

-- once: forget (forget_once)
DELETE FROM ddbsql_once WHERE (account, operation, token) IN (SELECT account, operation, token FROM ddbsql_once WHERE expires <= $1::bigint ORDER BY expires LIMIT $2::bigint FOR UPDATE SKIP LOCKED)

-- once: read (read_once)
SELECT digest, sizes, expires <= $4::bigint FROM ddbsql_once WHERE account = $1::text AND operation = $2::text AND token = $3::text

-- once: record (record_once)
UPDATE ddbsql_once SET sizes = $4::bytea WHERE account = $1::text AND operation = $2::text AND token = $3::text

-- predicate: and, or, not (predicate)
((((t.item -> $1::text) IS NOT NULL) OR TRUE) AND NOT (((t.item -> $2::text) = (t.item -> $3::text)) IS TRUE))

-- predicate: at least a string (predicate)
((($1::text COLLATE "C") >= (((t.item -> $2::text) ->> 'S') COLLATE "C"))) IS TRUE

-- predicate: at most a binary (predicate)
((decode((t.item -> $1::text) ->> 'B', 'base64') <= $2::bytea)) IS TRUE

-- predicate: begins with a binary (predicate)
((substr(decode((t.item -> $1::text) ->> 'B', 'base64'), 1, octet_length($2::bytea)) = $3::bytea)) IS TRUE

-- predicate: begins with a string (predicate)
((starts_with((((t.item -> $1::text) ->> 'S') COLLATE "C"), ($2::text COLLATE "C")))) IS TRUE

-- predicate: between (predicate)
((((t.item -> $1::text) ->> 'N')::numeric BETWEEN $2::text::numeric AND $3::text::numeric)) IS TRUE

-- predicate: between of several types (predicate)
FALSE

-- predicate: contains U+0001 (predicate)
(strpos(regexp_replace(((t.item -> $1::text) ->> 'S'), '(\u0001[\u0001\u0002]|[\u0002\u0003])', E'\u0001\u0003\\1', 'g'), regexp_replace(($2::text COLLATE "C"), '(\u0001[\u0001\u0002]|[\u0002\u0003])', E'\u0001\u0003\\1', 'g')) > 0 OR (t.item -> $1::text) -> 'SS' ? ($3::jsonb ->> 'S') OR EXISTS (SELECT FROM jsonb_array_elements((t.item -> $1::text) -> 'L') AS e (v) WHERE e.v = $4::jsonb)) IS TRUE

-- predicate: contains a binary (predicate)
(position($1::bytea IN decode((t.item -> $2::text) ->> 'B', 'base64')) > 0 OR (t.item -> $2::text) -> 'BS' ? ($3::jsonb ->> 'B') OR EXISTS (SELECT FROM jsonb_array_elements((t.item -> $2::text) -> 'L') AS e (v) WHERE e.v = $4::jsonb)) IS TRUE

-- predicate: contains a number (predicate)
((t.item -> $1::text) -> 'NS' ? ($2::jsonb ->> 'N') OR EXISTS (SELECT FROM jsonb_array_elements((t.item -> $1::text) -> 'L') AS e (v) WHERE e.v = $3::jsonb)) IS TRUE

-- predicate: contains a string (predicate)
(strpos(((t.item -> $1::text) ->> 'S'), ($2::text COLLATE "C")) > 0 OR (t.item -> $1::text) -> 'SS' ? ($3::jsonb ->> 'S') OR EXISTS (SELECT FROM jsonb_array_elements((t.item -> $1::text) -> 'L') AS e (v) WHERE e.v = $4::jsonb)) IS TRUE

-- predicate: contains an attribute (predicate)
(strpos(regexp_replace(((t.item -> $1::text) ->> 'S'), '(\u0001[\u0001\u0002]|[\u0002\u0003])', E'\u0001\u0003\\1', 'g'), regexp_replace((((t.item #> $2::text[]) ->> 'S') COLLATE "C"), '(\u0001[\u0001\u0002]|[\u0002\u0003])', E'\u0001\u0003\\1', 'g')) > 0 OR (t.item -> $1::text) -> 'SS' ? ((t.item #> $2::text[]) ->> 'S') OR (t.item -> $1::text) -> 'NS' ? ((t.item #> $2::text[]) ->> 'N') OR position(decode((t.item #> $2::text[]) ->> 'B', 'base64') IN decode((t.item -> $1::text) ->> 'B', 'base64')) > 0 OR (t.item -> $1::text) -> 'BS' ? ((t.item #> $2::text[]) ->> 'B') OR EXISTS (SELECT FROM jsonb_array_elements((t.item -> $1::text) -> 'L') AS e (v) WHERE e.v = (t.item #> $2::text[]))) IS TRUE

-- predicate: equal (predicate)
((t.item -> $1::text) = $2::jsonb) IS TRUE

-- predicate: exists (predicate)
((t.item #> $1::text[]) IS NOT NULL)

-- predicate: greater, types unknown (predicate)
(((((t.item -> $1::text) ->> 'S') COLLATE "C") > (((t.item #> $2::text[]) ->> 'S') COLLATE "C")) OR (((t.item -> $1::text) ->> 'N')::numeric > ((t.item #> $2::text[]) ->> 'N')::numeric) OR (decode((t.item -> $1::text) ->> 'B', 'base64') > decode((t.item #> $2::text[]) ->> 'B', 'base64'))) IS TRUE

-- predicate: in (predicate)
((t.item -> $1::text) IN ($2::jsonb, $3::jsonb, (t.item -> $4::text))) IS TRUE

-- predicate: less than a number (predicate)
((((t.item -> $1::text) ->> 'N')::numeric < $2::text::numeric)) IS TRUE

-- predicate: less than an unordered value (predicate)
FALSE

-- predicate: missing operand (predicate)
(NULL::jsonb = $1::jsonb) IS NOT TRUE

-- predicate: not equal (predicate)
((t.item -> $1::text) = (t.item -> $2::text)) IS NOT TRUE

-- predicate: size equal (predicate)
(NULLIF(jsonb_build_object('N', COALESCE(char_length(regexp_replace(regexp_replace((t.item -> $1::text) ->> 'S', '\u0001[\u0001\u0002]', '.', 'g'), '[\U00010000-\U0010FFFF]', '..', 'g')), octet_length(decode((t.item -> $1::text) ->> 'B', 'base64')), jsonb_array_length((t.item -> $1::text) -> 'SS'), jsonb_array_length((t.item -> $1::text) -> 'NS'), jsonb_array_length((t.item -> $1::text) -> 'BS'), jsonb_array_length((t.item -> $1::text) -> 'L'), CASE WHEN (t.item -> $1::text) -> 'M' IS NOT NULL THEN (SELECT count(*) FROM jsonb_object_keys((t.item -> $1::text) -> 'M')) END)::text), '{"N": null}'::jsonb) = (t.item -> $2::text)) IS TRUE

-- predicate: size in a comparison (predicate)
((COALESCE(char_length(regexp_replace(regexp_replace((t.item -> $1::text) ->> 'S', '\u0001[\u0001\u0002]', '.', 'g'), '[\U00010000-\U0010FFFF]', '..', 'g')), octet_length(decode((t.item -> $1::text) ->> 'B', 'base64')), jsonb_array_length((t.item -> $1::text) -> 'SS'), jsonb_array_length((t.item -> $1::text) -> 'NS'), jsonb_array_length((t.item -> $1::text) -> 'BS'), jsonb_array_length((t.item -> $1::text) -> 'L'), CASE WHEN (t.item -> $1::text) -> 'M' IS NOT NULL THEN (SELECT count(*) FROM jsonb_object_keys((t.item -> $1::text) -> 'M')) END)::numeric > $2::text::numeric)) IS TRUE

-- predicate: type is (predicate)
((t.item -> $1::text) -> 'SS') IS NOT NULL

-- predicate: value contains an attribute (predicate)
(strpos(regexp_replace(($1::jsonb ->> 'S'), '(\u0001[\u0001\u0002]|[\u0002\u0003])', E'\u0001\u0003\\1', 'g'), regexp_replace((((t.item -> $2::text) ->> 'S') COLLATE "C"), '(\u0001[\u0001\u0002]|[\u0002\u0003])', E'\u0001\u0003\\1', 'g')) > 0 OR $3::jsonb -> 'SS' ? ((t.item -> $2::text) ->> 'S') OR $4::jsonb -> 'NS' ? ((t.item -> $2::text) ->> 'N') OR position(decode((t.item -> $2::text) ->> 'B', 'base64') IN decode($5::jsonb ->> 'B', 'base64')) > 0 OR $6::jsonb -> 'BS' ? ((t.item -> $2::text) ->> 'B') OR EXISTS (SELECT FROM jsonb_array_elements($7::jsonb -> 'L') AS e (v) WHERE e.v = (t.item -> $2::text))) IS TRUE

-- put (put_item)
INSERT INTO ddbsql_t7 AS t (token, sk, size, item, ver) SELECT $1::bytea, $2::bytea, $3::bigint, $4::jsonb, $5::bigint WHERE EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 7 AND version = $6::bigint) ON CONFLICT (token, sk) DO UPDATE SET size = excluded.size, item = excluded.item, ver = excluded.ver

-- put entry (put_entry)
INSERT INTO ddbsql_t7_i1 AS x (itoken, isk, size, token, sk) VALUES ($1::bytea, $2::bytea, $3::bigint, $4::bytea, $5::bytea) ON CONFLICT (token, sk) DO UPDATE SET itoken = excluded.itoken, isk = excluded.isk, size = excluded.size WHERE (x.itoken, x.isk, x.size) <> (excluded.itoken, excluded.isk, excluded.size)

-- put, must be there (put_item_if)
UPDATE ddbsql_t7 AS t SET size = $3::bigint, item = $4::jsonb, ver = $5::bigint WHERE t.token = $1::bytea AND t.sk = $2::bytea AND EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 7 AND version = $6::bigint) AND ((t.item -> $7::text) = $8::jsonb) IS TRUE

-- put, true on missing (put_item_if)
INSERT INTO ddbsql_t7 AS t (token, sk, size, item, ver) SELECT $1::bytea, $2::bytea, $3::bigint, $4::jsonb, $5::bigint WHERE EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 7 AND version = $6::bigint) ON CONFLICT (token, sk) DO UPDATE SET size = excluded.size, item = excluded.item, ver = excluded.ver WHERE ((t.item -> $7::text) = $8::jsonb) IS TRUE

-- query (query)
SELECT p.counts, p.size, p.item FROM (SELECT t.sk, t.size, t.item, t.size AS counts, sum(t.size) OVER (ORDER BY t.sk ROWS UNBOUNDED PRECEDING) - t.size AS before FROM ddbsql_t7 AS t WHERE t.token = $1::bytea AND t.sk >= $2::bytea AND t.sk < $3::bytea ORDER BY t.sk LIMIT $4::bigint) AS p WHERE p.before < $5::bigint ORDER BY p.sk

-- query an index (query_index)
SELECT p.counts, p.size, p.item FROM (SELECT x.isk, x.token, x.sk, t.size, t.item, x.size AS counts, sum(x.size) OVER (ORDER BY x.isk, x.token, x.sk ROWS UNBOUNDED PRECEDING) - x.size AS before FROM ddbsql_t7_i1 AS x JOIN ddbsql_t7 AS t ON t.token = x.token AND t.sk = x.sk WHERE x.itoken = $1::bytea AND (x.isk, x.token, x.sk) > ($2::bytea, $3::bytea, $4::bytea) ORDER BY x.isk, x.token, x.sk LIMIT $5::bigint) AS p WHERE p.before < $6::bigint ORDER BY p.isk, p.token, p.sk

-- query an index, uncut (query_index)
SELECT x.size AS counts, t.size, t.item FROM ddbsql_t7_i1 AS x JOIN ddbsql_t7 AS t ON t.token = x.token AND t.sk = x.sk WHERE x.itoken = $1::bytea AND (x.isk, x.token, x.sk) > ($2::bytea, $3::bytea, $4::bytea) ORDER BY x.isk, x.token, x.sk LIMIT $5::bigint

-- query backward (query_filter)
SELECT p.n, p.total, p.hit, p.last, p.size, CASE WHEN p.hit THEN p.item WHEN p.last THEN jsonb_build_object($1::text, p.item -> $1::text, $2::text, p.item -> $2::text) END FROM (SELECT t.*, ((t.item -> $3::text) = $4::jsonb) IS TRUE AS hit, t.final OR t.total >= $5::bigint AS last FROM (SELECT r.*, row_number() OVER o AS n, sum(r.counts) OVER o AS total, lead(r.counts) OVER o IS NULL AS final FROM (SELECT t.token, t.sk, t.size, t.item, t.size AS counts FROM ddbsql_t7 AS t WHERE t.token = $6::bytea AND (t.sk) < ($7::bytea) ORDER BY t.sk DESC LIMIT $8::bigint) AS r WINDOW o AS (ORDER BY r.sk DESC ROWS UNBOUNDED PRECEDING)) AS t WHERE t.total - t.counts < $5::bigint OFFSET 0) AS p WHERE p.hit OR p.last ORDER BY p.n

-- query, uncut (query)
SELECT t.size AS counts, t.size, t.item FROM ddbsql_t7 AS t WHERE t.token = $1::bytea AND t.sk >= $2::bytea AND t.sk < $3::bytea ORDER BY t.sk LIMIT $4::bigint

-- read for an update (read_item)
SELECT t.size, t.item, ((t.item -> $3::text) = $4::jsonb) IS TRUE, t.ver, c.version FROM ddbsql_tables AS c LEFT JOIN ddbsql_t7 AS t ON t.token = $1::bytea AND t.sk = $2::bytea WHERE c.id = 7

-- recorded KEYS_ONLY: delete (delete_item)
WITH w AS (DELETE FROM ddbsql_t17 AS t WHERE t.token = $1::bytea AND t.sk = $2::bytea AND EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 17 AND version = $3::bigint) RETURNING t.size, t.item), r AS (INSERT INTO ddbsql_s5 (token, at, kind, expired, size, keys, old, new) SELECT $1::bytea, $4::bigint, 'REMOVE', TRUE, 0, jsonb_build_object($5::text, w.item -> $5::text, $6::text, w.item -> $6::text), NULL, NULL FROM w) SELECT 1 FROM w

-- recorded KEYS_ONLY: deletes (delete_items)
WITH w AS (DELETE FROM ddbsql_t17 AS t USING unnest($1::bytea[], $2::bytea[]) AS k (token, sk) WHERE t.token = k.token AND t.sk = k.sk AND EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 17 AND version = $3::bigint) RETURNING t.token, t.size, t.item), r AS (INSERT INTO ddbsql_s5 (token, at, kind, expired, size, keys, old, new) SELECT w.token, $4::bigint, 'REMOVE', TRUE, 0, jsonb_build_object($5::text, w.item -> $5::text, $6::text, w.item -> $6::text), NULL, NULL FROM w) SELECT 1 FROM w

-- recorded KEYS_ONLY: put (put_item)
WITH o AS (SELECT t.size, t.item, TRUE AS hit FROM ddbsql_t17 AS t WHERE t.token = $1::bytea AND t.sk = $2::bytea FOR UPDATE), w AS (INSERT INTO ddbsql_t17 AS t (token, sk, size, item, ver) SELECT $1::bytea, $2::bytea, $3::bigint, $4::jsonb, $5::bigint WHERE EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 17 AND version = $6::bigint) AND COALESCE((SELECT hit FROM o), TRUE) ON CONFLICT (token, sk) DO UPDATE SET size = excluded.size, item = excluded.item, ver = excluded.ver WHERE EXISTS (SELECT 1 FROM o) RETURNING t.token, t.sk), i1 AS (INSERT INTO ddbsql_t17_i1 AS x (itoken, isk, size, token, sk) SELECT $7::bytea, $8::bytea, $9::bigint, w.token, w.sk FROM w ON CONFLICT (token, sk) DO UPDATE SET itoken = excluded.itoken, isk = excluded.isk, size = excluded.size WHERE (x.itoken, x.isk, x.size) <> (excluded.itoken, excluded.isk, excluded.size)), r AS (INSERT INTO ddbsql_s5 (token, at, kind, expired, size, keys, old, new) SELECT $1::bytea, $10::bigint, CASE WHEN o.item IS NULL THEN 'INSERT' ELSE 'MODIFY' END, FALSE, 0, jsonb_build_object($11::text, $4::jsonb -> $11::text, $12::text, $4::jsonb -> $12::text), NULL, NULL FROM w LEFT JOIN o ON TRUE WHERE o.item IS DISTINCT FROM $4::jsonb) SELECT EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 17 AND version = $6::bigint), o.size, NULL::jsonb, o.hit, EXISTS (SELECT 1 FROM w) FROM (VALUES (1)) AS one LEFT JOIN o ON TRUE

-- recorded NEW_AND_OLD_IMAGES: delete (delete_item)
WITH w AS (DELETE FROM ddbsql_t17 AS t WHERE t.token = $1::bytea AND t.sk = $2::bytea AND EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 17 AND version = $3::bigint) RETURNING t.size, t.item), r AS (INSERT INTO ddbsql_s5 (token, at, kind, expired, size, keys, old, new) SELECT $1::bytea, $4::bigint, 'REMOVE', TRUE, w.size, jsonb_build_object($5::text, w.item -> $5::text, $6::text, w.item -> $6::text), w.item, NULL FROM w) SELECT 1 FROM w

-- recorded NEW_AND_OLD_IMAGES: deletes (delete_items)
WITH w AS (DELETE FROM ddbsql_t17 AS t USING unnest($1::bytea[], $2::bytea[]) AS k (token, sk) WHERE t.token = k.token AND t.sk = k.sk AND EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 17 AND version = $3::bigint) RETURNING t.token, t.size, t.item), r AS (INSERT INTO ddbsql_s5 (token, at, kind, expired, size, keys, old, new) SELECT w.token, $4::bigint, 'REMOVE', TRUE, w.size, jsonb_build_object($5::text, w.item -> $5::text, $6::text, w.item -> $6::text), w.item, NULL FROM w) SELECT 1 FROM w

-- recorded NEW_AND_OLD_IMAGES: put (put_item)
WITH o AS (SELECT t.size, t.item, TRUE AS hit FROM ddbsql_t17 AS t WHERE t.token = $1::bytea AND t.sk = $2::bytea FOR UPDATE), w AS (INSERT INTO ddbsql_t17 AS t (token, sk, size, item, ver) SELECT $1::bytea, $2::bytea, $3::bigint, $4::jsonb, $5::bigint WHERE EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 17 AND version = $6::bigint) AND COALESCE((SELECT hit FROM o), TRUE) ON CONFLICT (token, sk) DO UPDATE SET size = excluded.size, item = excluded.item, ver = excluded.ver WHERE EXISTS (SELECT 1 FROM o) RETURNING t.token, t.sk), i1 AS (INSERT INTO ddbsql_t17_i1 AS x (itoken, isk, size, token, sk) SELECT $7::bytea, $8::bytea, $9::bigint, w.token, w.sk FROM w ON CONFLICT (token, sk) DO UPDATE SET itoken = excluded.itoken, isk = excluded.isk, size = excluded.size WHERE (x.itoken, x.isk, x.size) <> (excluded.itoken, excluded.isk, excluded.size)), r AS (INSERT INTO ddbsql_s5 (token, at, kind, expired, size, keys, old, new) SELECT $1::bytea, $10::bigint, CASE WHEN o.item IS NULL THEN 'INSERT' ELSE 'MODIFY' END, FALSE, COALESCE(o.size, 0) + $3::bigint, jsonb_build_object($11::text, $4::jsonb -> $11::text, $12::text, $4::jsonb -> $12::text), o.item, $4::jsonb FROM w LEFT JOIN o ON TRUE WHERE o.item IS DISTINCT FROM $4::jsonb) SELECT EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 17 AND version = $6::bigint), o.size, NULL::jsonb, o.hit, EXISTS (SELECT 1 FROM w) FROM (VALUES (1)) AS one LEFT JOIN o ON TRUE

-- recorded NEW_IMAGE: delete (delete_item)
WITH w AS (DELETE FROM ddbsql_t17 AS t WHERE t.token = $1::bytea AND t.sk = $2::bytea AND EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 17 AND version = $3::bigint) RETURNING t.size, t.item), r AS (INSERT INTO ddbsql_s5 (token, at, kind, expired, size, keys, old, new) SELECT $1::bytea, $4::bigint, 'REMOVE', TRUE, 0, jsonb_build_object($5::text, w.item -> $5::text, $6::text, w.item -> $6::text), NULL, NULL FROM w) SELECT 1 FROM w

-- recorded NEW_IMAGE: deletes (delete_items)
WITH w AS (DELETE FROM ddbsql_t17 AS t USING unnest($1::bytea[], $2::bytea[]) AS k (token, sk) WHERE t.token = k.token AND t.sk = k.sk AND EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 17 AND version = $3::bigint) RETURNING t.token, t.size, t.item), r AS (INSERT INTO ddbsql_s5 (token, at, kind, expired, size, keys, old, new) SELECT w.token, $4::bigint, 'REMOVE', TRUE, 0, jsonb_build_object($5::text, w.item -> $5::text, $6::text, w.item -> $6::text), NULL, NULL FROM w) SELECT 1 FROM w

-- recorded NEW_IMAGE: put (put_item)
WITH o AS (SELECT t.size, t.item, TRUE AS hit FROM ddbsql_t17 AS t WHERE t.token = $1::bytea AND t.sk = $2::bytea FOR UPDATE), w AS (INSERT INTO ddbsql_t17 AS t (token, sk, size, item, ver) SELECT $1::bytea, $2::bytea, $3::bigint, $4::jsonb, $5::bigint WHERE EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 17 AND version = $6::bigint) AND COALESCE((SELECT hit FROM o), TRUE) ON CONFLICT (token, sk) DO UPDATE SET size = excluded.size, item = excluded.item, ver = excluded.ver WHERE EXISTS (SELECT 1 FROM o) RETURNING t.token, t.sk), i1 AS (INSERT INTO ddbsql_t17_i1 AS x (itoken, isk, size, token, sk) SELECT $7::bytea, $8::bytea, $9::bigint, w.token, w.sk FROM w ON CONFLICT (token, sk) DO UPDATE SET itoken = excluded.itoken, isk = excluded.isk, size = excluded.size WHERE (x.itoken, x.isk, x.size) <> (excluded.itoken, excluded.isk, excluded.size)), r AS (INSERT INTO ddbsql_s5 (token, at, kind, expired, size, keys, old, new) SELECT $1::bytea, $10::bigint, CASE WHEN o.item IS NULL THEN 'INSERT' ELSE 'MODIFY' END, FALSE, $3::bigint, jsonb_build_object($11::text, $4::jsonb -> $11::text, $12::text, $4::jsonb -> $12::text), NULL, $4::jsonb FROM w LEFT JOIN o ON TRUE WHERE o.item IS DISTINCT FROM $4::jsonb) SELECT EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 17 AND version = $6::bigint), o.size, NULL::jsonb, o.hit, EXISTS (SELECT 1 FROM w) FROM (VALUES (1)) AS one LEFT JOIN o ON TRUE

-- recorded OLD_IMAGE: delete (delete_item)
WITH w AS (DELETE FROM ddbsql_t17 AS t WHERE t.token = $1::bytea AND t.sk = $2::bytea AND EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 17 AND version = $3::bigint) RETURNING t.size, t.item), r AS (INSERT INTO ddbsql_s5 (token, at, kind, expired, size, keys, old, new) SELECT $1::bytea, $4::bigint, 'REMOVE', TRUE, w.size, jsonb_build_object($5::text, w.item -> $5::text, $6::text, w.item -> $6::text), w.item, NULL FROM w) SELECT 1 FROM w

-- recorded OLD_IMAGE: deletes (delete_items)
WITH w AS (DELETE FROM ddbsql_t17 AS t USING unnest($1::bytea[], $2::bytea[]) AS k (token, sk) WHERE t.token = k.token AND t.sk = k.sk AND EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 17 AND version = $3::bigint) RETURNING t.token, t.size, t.item), r AS (INSERT INTO ddbsql_s5 (token, at, kind, expired, size, keys, old, new) SELECT w.token, $4::bigint, 'REMOVE', TRUE, w.size, jsonb_build_object($5::text, w.item -> $5::text, $6::text, w.item -> $6::text), w.item, NULL FROM w) SELECT 1 FROM w

-- recorded OLD_IMAGE: put (put_item)
WITH o AS (SELECT t.size, t.item, TRUE AS hit FROM ddbsql_t17 AS t WHERE t.token = $1::bytea AND t.sk = $2::bytea FOR UPDATE), w AS (INSERT INTO ddbsql_t17 AS t (token, sk, size, item, ver) SELECT $1::bytea, $2::bytea, $3::bigint, $4::jsonb, $5::bigint WHERE EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 17 AND version = $6::bigint) AND COALESCE((SELECT hit FROM o), TRUE) ON CONFLICT (token, sk) DO UPDATE SET size = excluded.size, item = excluded.item, ver = excluded.ver WHERE EXISTS (SELECT 1 FROM o) RETURNING t.token, t.sk), i1 AS (INSERT INTO ddbsql_t17_i1 AS x (itoken, isk, size, token, sk) SELECT $7::bytea, $8::bytea, $9::bigint, w.token, w.sk FROM w ON CONFLICT (token, sk) DO UPDATE SET itoken = excluded.itoken, isk = excluded.isk, size = excluded.size WHERE (x.itoken, x.isk, x.size) <> (excluded.itoken, excluded.isk, excluded.size)), r AS (INSERT INTO ddbsql_s5 (token, at, kind, expired, size, keys, old, new) SELECT $1::bytea, $10::bigint, CASE WHEN o.item IS NULL THEN 'INSERT' ELSE 'MODIFY' END, FALSE, COALESCE(o.size, 0), jsonb_build_object($11::text, $4::jsonb -> $11::text, $12::text, $4::jsonb -> $12::text), o.item, NULL FROM w LEFT JOIN o ON TRUE WHERE o.item IS DISTINCT FROM $4::jsonb) SELECT EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 17 AND version = $6::bigint), o.size, NULL::jsonb, o.hit, EXISTS (SELECT 1 FROM w) FROM (VALUES (1)) AS one LEFT JOIN o ON TRUE

-- recorded: swap (swap_item)
WITH w AS (INSERT INTO ddbsql_t18 AS t (token, sk, size, item, ver) SELECT $1::bytea, $2::bytea, $3::bigint, $4::jsonb, $5::bigint WHERE EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 18 AND version = $6::bigint) ON CONFLICT (token, sk) DO NOTHING RETURNING t.token, t.sk), r AS (INSERT INTO ddbsql_s5 (token, at, kind, expired, size, keys, old, new) SELECT $1::bytea, $7::bigint, 'INSERT', FALSE, $8::bigint, $9::jsonb, NULL, $10::jsonb FROM w) SELECT 1 FROM w

-- recorded: update (update_item)
WITH o AS (SELECT t.size, t.item, TRUE AS hit FROM ddbsql_t18 AS t WHERE t.token = $1::bytea AND t.sk = $2::bytea FOR UPDATE), v AS (SELECT o.size, o.item, o.hit, trim_scale(CASE WHEN ((o.item -> $7::text) IS NOT NULL) THEN ((o.item -> $7::text) ->> 'N')::numeric ELSE 0 END + $8::text::numeric) AS n0 FROM o OFFSET 0), c AS (SELECT v.item || jsonb_build_object($7::text, jsonb_build_object('N', v.n0::text)) AS item, v.size + $9::bigint + (SELECT 1 + (length(CASE WHEN f = '' THEN rtrim(w, '0') ELSE ltrim(w, '0') END) + 1) / 2 + (length(CASE WHEN w = '0' THEN ltrim(f, '0') ELSE f END) + 1) / 2 + sign FROM (SELECT split_part(ltrim(s, '-'), '.', 1) AS w, split_part(s, '.', 2) AS f, (s LIKE '-%')::int AS sign FROM (SELECT v.n0::text) AS n (s)) AS parts) - CASE WHEN ((v.item -> $7::text) IS NOT NULL) THEN $10::bigint + (SELECT 1 + (length(CASE WHEN f = '' THEN rtrim(w, '0') ELSE ltrim(w, '0') END) + 1) / 2 + (length(CASE WHEN w = '0' THEN ltrim(f, '0') ELSE f END) + 1) / 2 + sign FROM (SELECT split_part(ltrim(s, '-'), '.', 1) AS w, split_part(s, '.', 2) AS f, (s LIKE '-%')::int AS sign FROM (SELECT (v.item -> $7::text) ->> 'N') AS n (s)) AS parts) ELSE 0 END AS size FROM v WHERE v.hit AND (v.n0 = 0 OR abs(v.n0) BETWEEN 1e-130 AND 9.9999999999999999999999999999999999999e125) AND length(btrim(translate(v.n0::text, '-.', ''), '0')) <= 38), w AS (INSERT INTO ddbsql_t18 AS t (token, sk, size, item, ver) SELECT $1::bytea, $2::bytea, $3::bigint, $4::jsonb, $5::bigint WHERE EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 18 AND version = $6::bigint) AND COALESCE((SELECT hit FROM o), TRUE) ON CONFLICT (token, sk) DO UPDATE SET (size, item) = (SELECT size, item FROM c), ver = excluded.ver WHERE (SELECT size FROM c) <= 409600 RETURNING t.size, t.item), r AS (INSERT INTO ddbsql_s5 (token, at, kind, expired, size, keys, old, new) SELECT $1::bytea, $11::bigint, CASE WHEN o.item IS NULL THEN 'INSERT' ELSE 'MODIFY' END, FALSE, COALESCE(o.size, 0) + w.size, jsonb_build_object($12::text, w.item -> $12::text), o.item, w.item FROM w LEFT JOIN o ON TRUE WHERE o.item IS DISTINCT FROM w.item) SELECT EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 18 AND version = $6::bigint), o.size, NULL::jsonb, o.hit, EXISTS (SELECT 1 FROM w), (SELECT size FROM w), NULL::jsonb FROM (VALUES (1)) AS one LEFT JOIN o ON TRUE

-- scan a segment (scan)
SELECT p.n, p.total, p.hit, p.last, p.size, CASE WHEN p.last THEN jsonb_build_object($1::text, p.item -> $1::text, $2::text, p.item -> $2::text) END FROM (SELECT t.*, TRUE AS hit, t.final OR t.total >= $3::bigint AS last FROM (SELECT r.*, row_number() OVER o AS n, sum(r.counts) OVER o AS total, lead(r.counts) OVER o IS NULL AS final FROM (SELECT t.token, t.sk, t.size, t.item, t.size AS counts FROM ddbsql_t7 AS t WHERE t.token <= $4::bytea AND (t.token, t.sk) > ($5::bytea, $6::bytea) ORDER BY t.token, t.sk LIMIT $7::bigint) AS r WINDOW o AS (ORDER BY r.token, r.sk ROWS UNBOUNDED PRECEDING)) AS t WHERE t.total - t.counts < $3::bigint OFFSET 0) AS p WHERE p.hit OR p.last ORDER BY p.n

-- scan an index all (scan_index)
SELECT p.counts, p.size, p.item FROM (SELECT x.itoken, x.isk, x.token, x.sk, t.size, t.item, t.size AS counts, sum(t.size) OVER (ORDER BY x.itoken, x.isk, x.token, x.sk ROWS UNBOUNDED PRECEDING) - t.size AS before FROM ddbsql_t7_i4 AS x JOIN ddbsql_t7 AS t ON t.token = x.token AND t.sk = x.sk WHERE (x.itoken, x.isk, x.token, x.sk) > ($1::bytea, $2::bytea, $3::bytea, $4::bytea) ORDER BY x.itoken, x.isk, x.token, x.sk LIMIT $5::bigint) AS p WHERE p.before < $6::bigint ORDER BY p.itoken, p.isk, p.token, p.sk

-- scan an index all, uncut (scan_index)
SELECT t.size AS counts, t.size, t.item FROM ddbsql_t7_i4 AS x JOIN ddbsql_t7 AS t ON t.token = x.token AND t.sk = x.sk WHERE (x.itoken, x.isk, x.token, x.sk) > ($1::bytea, $2::bytea, $3::bytea, $4::bytea) ORDER BY x.itoken, x.isk, x.token, x.sk LIMIT $5::bigint

-- stream: check (check_records)
SELECT position, shard, token FROM ddbsql_s5 ORDER BY position IS NULL, position

-- stream: create 0 (create_records)
CREATE TABLE ddbsql_s5 (n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, position bigint, shard integer, token bytea NOT NULL, at bigint NOT NULL, kind text NOT NULL, expired boolean NOT NULL, size integer NOT NULL, keys jsonb NOT NULL, old jsonb, new jsonb)

-- stream: create 1 (index_records)
CREATE INDEX ddbsql_s5_new ON ddbsql_s5 (n) WHERE position IS NULL

-- stream: create 2 (index_records)
CREATE UNIQUE INDEX ddbsql_s5_shard ON ddbsql_s5 (shard, position) WHERE position IS NOT NULL

-- stream: delete (delete_stream)
DELETE FROM ddbsql_streams WHERE id = $1::bigint

-- stream: drop (drop_records)
DROP TABLE IF EXISTS ddbsql_s5

-- stream: insert (insert_stream)
INSERT INTO ddbsql_streams (table_name, label, last, definition) VALUES ($1::text, $2::text, 0, $3::text) RETURNING id

-- stream: list (list_streams)
SELECT id, table_name, label, last, definition FROM ddbsql_streams WHERE (table_name, label) > ($1::text, $2::text) AND EXISTS (SELECT 1 FROM ddbsql_tables WHERE name = table_name) ORDER BY table_name, label LIMIT $3::bigint

-- stream: list a table (list_streams)
SELECT id, table_name, label, last, definition FROM ddbsql_streams WHERE (table_name, label) > ($1::text, $2::text) AND table_name = $3::text ORDER BY table_name, label LIMIT $4::bigint

-- stream: list all (list_streams)
SELECT id, table_name, label, last, definition FROM ddbsql_streams WHERE (table_name, label) > ($1::text, $2::text) ORDER BY table_name, label LIMIT $3::bigint

-- stream: lock (lock_stream)
SELECT id, table_name, label, last, definition FROM ddbsql_streams WHERE id = $1::bigint FOR UPDATE

-- stream: page (get_records)
SELECT position, at, kind, expired, size, keys, old, new FROM (SELECT position, at, kind, expired, size, keys, old, new, sum(size + octet_length(keys::text)) OVER (ORDER BY position ROWS UNBOUNDED PRECEDING) - size - octet_length(keys::text) AS before FROM ddbsql_s5 WHERE shard = $1::bigint AND position > $2::bigint ORDER BY position LIMIT $3::bigint) AS r WHERE before < $4::bigint ORDER BY position

-- stream: place 0 (place_records)
WITH k AS (SELECT n, row_number() OVER (ORDER BY n) AS place FROM ddbsql_s5 WHERE position IS NULL ORDER BY n LIMIT $2::bigint), p AS (UPDATE ddbsql_s5 AS r SET position = $1::bigint + k.place, shard = CASE WHEN r.token <= $3::bytea THEN 1 ELSE 2 END FROM k WHERE r.n = k.n) UPDATE ddbsql_streams SET last = last + (SELECT count(*) FROM k) WHERE id = $4::bigint RETURNING last

-- stream: place in one shard 0 (place_records)
WITH k AS (SELECT n, row_number() OVER (ORDER BY n) AS place FROM ddbsql_s6 WHERE position IS NULL ORDER BY n LIMIT $2::bigint), p AS (UPDATE ddbsql_s6 AS r SET position = $1::bigint + k.place, shard = 1 FROM k WHERE r.n = k.n) UPDATE ddbsql_streams SET last = last + (SELECT count(*) FROM k) WHERE id = $3::bigint RETURNING last

-- stream: probe (probe_stream)
SELECT id, table_name, label, last, definition, EXISTS (SELECT 1 FROM ddbsql_s5 WHERE position IS NULL) FROM ddbsql_streams WHERE id = $1::bigint

-- stream: read (get_stream)
SELECT id, table_name, label, last, definition FROM ddbsql_streams WHERE table_name = $1::text AND label = $2::text

-- stream: read all (get_streams)
SELECT id, table_name, label, last, definition FROM ddbsql_streams ORDER BY id

-- stream: record (put_record)
INSERT INTO ddbsql_s5 (token, at, kind, expired, size, keys, old, new) SELECT $1::bytea, $2::bigint, 'MODIFY', FALSE, $3::bigint, $4::jsonb, NULL, $5::jsonb

-- stream: trim (trim_records)
DELETE FROM ddbsql_s5 WHERE shard IN ($1::bigint, $2::bigint) AND position > $3::bigint AND position <= $4::bigint

-- stream: trim, the end (find_trim_end)
SELECT min(position) FROM ddbsql_s5 WHERE shard IN ($1::bigint, $2::bigint) AND position > $3::bigint AND position <= $4::bigint AND at >= $5::bigint

-- stream: update (update_stream)
UPDATE ddbsql_streams SET definition = $1::text WHERE id = $2::bigint

-- swap (swap_item)
WITH w AS (UPDATE ddbsql_t7 AS t SET size = $3::bigint, item = $4::jsonb, ver = $5::bigint WHERE t.token = $1::bytea AND t.sk = $2::bytea AND EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 7 AND version = $6::bigint) AND t.ver = $7::bigint RETURNING t.token, t.sk), i1 AS (INSERT INTO ddbsql_t7_i1 AS x (itoken, isk, size, token, sk) SELECT $8::bytea, $9::bytea, $10::bigint, w.token, w.sk FROM w ON CONFLICT (token, sk) DO UPDATE SET itoken = excluded.itoken, isk = excluded.isk, size = excluded.size WHERE (x.itoken, x.isk, x.size) <> (excluded.itoken, excluded.isk, excluded.size)), d4 AS (DELETE FROM ddbsql_t7_i4 AS x USING w WHERE x.token = w.token AND x.sk = w.sk) SELECT 1 FROM w

-- swap in (swap_item)
INSERT INTO ddbsql_t8 AS t (token, sk, size, item, ver) SELECT $1::bytea, $2::bytea, $3::bigint, $4::jsonb, $5::bigint WHERE EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 8 AND version = $6::bigint) ON CONFLICT (token, sk) DO NOTHING

-- update definition (update_definition)
UPDATE ddbsql_tables SET version = version + 1, expires = FALSE, definition = $1::text WHERE id = $2::bigint AND version = $3::bigint

-- update: add (update_item_if)
WITH o AS (SELECT t.size, t.item, ((t.item -> $7::text) IS NOT NULL) AS hit FROM ddbsql_t8 AS t WHERE t.token = $1::bytea AND t.sk = $2::bytea FOR UPDATE), v AS (SELECT o.size, o.item, o.hit, trim_scale(CASE WHEN ((o.item -> $7::text) IS NOT NULL) THEN ((o.item -> $7::text) ->> 'N')::numeric ELSE 0 END + $8::text::numeric) AS n0 FROM o OFFSET 0), c AS (SELECT v.item || jsonb_build_object($7::text, jsonb_build_object('N', v.n0::text)) AS item, v.size + $9::bigint + (SELECT 1 + (length(CASE WHEN f = '' THEN rtrim(w, '0') ELSE ltrim(w, '0') END) + 1) / 2 + (length(CASE WHEN w = '0' THEN ltrim(f, '0') ELSE f END) + 1) / 2 + sign FROM (SELECT split_part(ltrim(s, '-'), '.', 1) AS w, split_part(s, '.', 2) AS f, (s LIKE '-%')::int AS sign FROM (SELECT v.n0::text) AS n (s)) AS parts) - CASE WHEN ((v.item -> $7::text) IS NOT NULL) THEN $10::bigint + (SELECT 1 + (length(CASE WHEN f = '' THEN rtrim(w, '0') ELSE ltrim(w, '0') END) + 1) / 2 + (length(CASE WHEN w = '0' THEN ltrim(f, '0') ELSE f END) + 1) / 2 + sign FROM (SELECT split_part(ltrim(s, '-'), '.', 1) AS w, split_part(s, '.', 2) AS f, (s LIKE '-%')::int AS sign FROM (SELECT (v.item -> $7::text) ->> 'N') AS n (s)) AS parts) ELSE 0 END AS size FROM v WHERE v.hit AND (v.n0 = 0 OR abs(v.n0) BETWEEN 1e-130 AND 9.9999999999999999999999999999999999999e125) AND length(btrim(translate(v.n0::text, '-.', ''), '0')) <= 38), w AS (INSERT INTO ddbsql_t8 AS t (token, sk, size, item, ver) SELECT $1::bytea, $2::bytea, $3::bigint, $4::jsonb, $5::bigint WHERE EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 8 AND version = $6::bigint) AND COALESCE((SELECT hit FROM o), FALSE) ON CONFLICT (token, sk) DO UPDATE SET (size, item) = (SELECT size, item FROM c), ver = excluded.ver WHERE (SELECT size FROM c) <= 409600 RETURNING t.size, t.item) SELECT EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 8 AND version = $6::bigint), o.size, NULL::jsonb, o.hit, EXISTS (SELECT 1 FROM w), (SELECT size FROM w), (SELECT item FROM w) FROM (VALUES (1)) AS one LEFT JOIN o ON TRUE

-- update: add, many (update_item_if_many)
WITH k AS (SELECT * FROM unnest($1::bytea[], $2::bytea[], $3::bigint[], $4::jsonb[], $5::bigint[], $8::text[]) WITH ORDINALITY AS k (p1, p2, p3, p4, p5, p8, n) WHERE EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 8 AND version = $6::bigint)), o AS (SELECT k.*, t.size, t.item, t.hit FROM k LEFT JOIN LATERAL (SELECT t.size, t.item, ((t.item -> $7::text) IS NOT NULL) AS hit FROM ddbsql_t8 AS t WHERE t.token = p1 AND t.sk = p2 FOR UPDATE) AS t ON TRUE), v AS (SELECT o.*, trim_scale(CASE WHEN ((o.item -> $7::text) IS NOT NULL) THEN ((o.item -> $7::text) ->> 'N')::numeric ELSE 0 END + p8::numeric) AS n0 FROM o OFFSET 0), c AS (SELECT v.*, x.item AS new_item, x.size AS new_size FROM v LEFT JOIN LATERAL (SELECT v.item || jsonb_build_object($7::text, jsonb_build_object('N', v.n0::text)) AS item, v.size + $9::bigint + (SELECT 1 + (length(CASE WHEN f = '' THEN rtrim(w, '0') ELSE ltrim(w, '0') END) + 1) / 2 + (length(CASE WHEN w = '0' THEN ltrim(f, '0') ELSE f END) + 1) / 2 + sign FROM (SELECT split_part(ltrim(s, '-'), '.', 1) AS w, split_part(s, '.', 2) AS f, (s LIKE '-%')::int AS sign FROM (SELECT v.n0::text) AS n (s)) AS parts) - CASE WHEN ((v.item -> $7::text) IS NOT NULL) THEN $10::bigint + (SELECT 1 + (length(CASE WHEN f = '' THEN rtrim(w, '0') ELSE ltrim(w, '0') END) + 1) / 2 + (length(CASE WHEN w = '0' THEN ltrim(f, '0') ELSE f END) + 1) / 2 + sign FROM (SELECT split_part(ltrim(s, '-'), '.', 1) AS w, split_part(s, '.', 2) AS f, (s LIKE '-%')::int AS sign FROM (SELECT (v.item -> $7::text) ->> 'N') AS n (s)) AS parts) ELSE 0 END AS size WHERE v.hit AND (v.n0 = 0 OR abs(v.n0) BETWEEN 1e-130 AND 9.9999999999999999999999999999999999999e125) AND length(btrim(translate(v.n0::text, '-.', ''), '0')) <= 38) AS x ON TRUE), w AS (INSERT INTO ddbsql_t8 AS t (token, sk, size, item, ver) SELECT o.p1, o.p2, o.new_size, o.new_item, o.p5 FROM c AS o WHERE o.new_size <= 409600 ON CONFLICT (token, sk) DO UPDATE SET size = excluded.size, item = excluded.item, ver = excluded.ver RETURNING t.ver) SELECT o.n, TRUE, o.size, NULL::jsonb, o.hit, o.p5 IN (SELECT ver FROM w), o.new_size, o.new_item FROM c AS o

-- update: set and remove (update_item_if)
WITH o AS (SELECT t.size, t.item, ((t.item -> $7::text) IS NOT NULL) AS hit FROM ddbsql_t8 AS t WHERE t.token = $1::bytea AND t.sk = $2::bytea FOR UPDATE), v AS (SELECT o.size, o.item, o.hit FROM o OFFSET 0), c AS (SELECT v.item - $8::text[] || jsonb_build_object($7::text, $9::jsonb, $10::text, COALESCE((v.item -> $10::text), $11::jsonb)) AS item, v.size + $12::bigint - CASE WHEN ((v.item -> $7::text) IS NOT NULL) THEN $13::bigint + COALESCE(octet_length(regexp_replace((v.item -> $7::text) ->> 'S', '\u0001[\u0001\u0002]', '.', 'g')), (SELECT 1 + (length(CASE WHEN f = '' THEN rtrim(w, '0') ELSE ltrim(w, '0') END) + 1) / 2 + (length(CASE WHEN w = '0' THEN ltrim(f, '0') ELSE f END) + 1) / 2 + sign FROM (SELECT split_part(ltrim(s, '-'), '.', 1) AS w, split_part(s, '.', 2) AS f, (s LIKE '-%')::int AS sign FROM (SELECT (v.item -> $7::text) ->> 'N') AS n (s)) AS parts), octet_length(decode((v.item -> $7::text) ->> 'B', 'base64')), CASE WHEN (v.item -> $7::text) ?| '{BOOL,NULL}' THEN 1 END) ELSE 0 END + CASE WHEN ((v.item -> $10::text) IS NOT NULL) THEN 0 ELSE $14::bigint END - CASE WHEN ((v.item -> $15::text) IS NOT NULL) THEN $16::bigint + COALESCE(octet_length(regexp_replace((v.item -> $15::text) ->> 'S', '\u0001[\u0001\u0002]', '.', 'g')), (SELECT 1 + (length(CASE WHEN f = '' THEN rtrim(w, '0') ELSE ltrim(w, '0') END) + 1) / 2 + (length(CASE WHEN w = '0' THEN ltrim(f, '0') ELSE f END) + 1) / 2 + sign FROM (SELECT split_part(ltrim(s, '-'), '.', 1) AS w, split_part(s, '.', 2) AS f, (s LIKE '-%')::int AS sign FROM (SELECT (v.item -> $15::text) ->> 'N') AS n (s)) AS parts), octet_length(decode((v.item -> $15::text) ->> 'B', 'base64')), CASE WHEN (v.item -> $15::text) ?| '{BOOL,NULL}' THEN 1 END) ELSE 0 END AS size FROM v WHERE v.hit), w AS (INSERT INTO ddbsql_t8 AS t (token, sk, size, item, ver) SELECT $1::bytea, $2::bytea, $3::bigint, $4::jsonb, $5::bigint WHERE EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 8 AND version = $6::bigint) AND COALESCE((SELECT hit FROM o), FALSE) ON CONFLICT (token, sk) DO UPDATE SET (size, item) = (SELECT size, item FROM c), ver = excluded.ver WHERE (SELECT size FROM c) <= 409600 RETURNING t.size, t.item) SELECT EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 8 AND version = $6::bigint), o.size, NULL::jsonb, o.hit, EXISTS (SELECT 1 FROM w), (SELECT size FROM w), (SELECT item FROM w) FROM (VALUES (1)) AS one LEFT JOIN o ON TRUE

-- update: set and remove, many (update_item_if_many)
WITH k AS (SELECT * FROM unnest($1::bytea[], $2::bytea[], $3::bigint[], $4::jsonb[], $5::bigint[], $9::jsonb[], $11::jsonb[], $12::bigint[], $14::bigint[]) WITH ORDINALITY AS k (p1, p2, p3, p4, p5, p9, p11, p12, p14, n) WHERE EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 8 AND version = $6::bigint)), o AS (SELECT k.*, t.size, t.item, t.hit FROM k LEFT JOIN LATERAL (SELECT t.size, t.item, ((t.item -> $7::text) IS NOT NULL) AS hit FROM ddbsql_t8 AS t WHERE t.token = p1 AND t.sk = p2 FOR UPDATE) AS t ON TRUE), v AS (SELECT o.* FROM o OFFSET 0), c AS (SELECT v.*, x.item AS new_item, x.size AS new_size FROM v LEFT JOIN LATERAL (SELECT v.item - $8::text[] || jsonb_build_object($7::text, p9, $10::text, COALESCE((v.item -> $10::text), p11)) AS item, v.size + p12 - CASE WHEN ((v.item -> $7::text) IS NOT NULL) THEN $13::bigint + COALESCE(octet_length(regexp_replace((v.item -> $7::text) ->> 'S', '\u0001[\u0001\u0002]', '.', 'g')), (SELECT 1 + (length(CASE WHEN f = '' THEN rtrim(w, '0') ELSE ltrim(w, '0') END) + 1) / 2 + (length(CASE WHEN w = '0' THEN ltrim(f, '0') ELSE f END) + 1) / 2 + sign FROM (SELECT split_part(ltrim(s, '-'), '.', 1) AS w, split_part(s, '.', 2) AS f, (s LIKE '-%')::int AS sign FROM (SELECT (v.item -> $7::text) ->> 'N') AS n (s)) AS parts), octet_length(decode((v.item -> $7::text) ->> 'B', 'base64')), CASE WHEN (v.item -> $7::text) ?| '{BOOL,NULL}' THEN 1 END) ELSE 0 END + CASE WHEN ((v.item -> $10::text) IS NOT NULL) THEN 0 ELSE p14 END - CASE WHEN ((v.item -> $15::text) IS NOT NULL) THEN $16::bigint + COALESCE(octet_length(regexp_replace((v.item -> $15::text) ->> 'S', '\u0001[\u0001\u0002]', '.', 'g')), (SELECT 1 + (length(CASE WHEN f = '' THEN rtrim(w, '0') ELSE ltrim(w, '0') END) + 1) / 2 + (length(CASE WHEN w = '0' THEN ltrim(f, '0') ELSE f END) + 1) / 2 + sign FROM (SELECT split_part(ltrim(s, '-'), '.', 1) AS w, split_part(s, '.', 2) AS f, (s LIKE '-%')::int AS sign FROM (SELECT (v.item -> $15::text) ->> 'N') AS n (s)) AS parts), octet_length(decode((v.item -> $15::text) ->> 'B', 'base64')), CASE WHEN (v.item -> $15::text) ?| '{BOOL,NULL}' THEN 1 END) ELSE 0 END AS size WHERE v.hit) AS x ON TRUE), w AS (INSERT INTO ddbsql_t8 AS t (token, sk, size, item, ver) SELECT o.p1, o.p2, o.new_size, o.new_item, o.p5 FROM c AS o WHERE o.new_size <= 409600 ON CONFLICT (token, sk) DO UPDATE SET size = excluded.size, item = excluded.item, ver = excluded.ver RETURNING t.ver) SELECT o.n, TRUE, o.size, NULL::jsonb, o.hit, o.p5 IN (SELECT ver FROM w), o.new_size, o.new_item FROM c AS o

-- update: sum (update_item_if)
WITH o AS (SELECT t.size, t.item, ((t.item -> $7::text) IS NOT NULL) AS hit FROM ddbsql_t8 AS t WHERE t.token = $1::bytea AND t.sk = $2::bytea FOR UPDATE), v AS (SELECT o.size, o.item, o.hit, trim_scale(CASE WHEN ((o.item -> $7::text) IS NOT NULL) THEN ((o.item -> $7::text) ->> 'N')::numeric ELSE $8::text::numeric END - ((o.item -> $9::text) ->> 'N')::numeric) AS n0 FROM o OFFSET 0), c AS (SELECT v.item || jsonb_build_object($7::text, jsonb_build_object('N', v.n0::text)) AS item, v.size + $10::bigint + (SELECT 1 + (length(CASE WHEN f = '' THEN rtrim(w, '0') ELSE ltrim(w, '0') END) + 1) / 2 + (length(CASE WHEN w = '0' THEN ltrim(f, '0') ELSE f END) + 1) / 2 + sign FROM (SELECT split_part(ltrim(s, '-'), '.', 1) AS w, split_part(s, '.', 2) AS f, (s LIKE '-%')::int AS sign FROM (SELECT v.n0::text) AS n (s)) AS parts) - CASE WHEN ((v.item -> $7::text) IS NOT NULL) THEN $11::bigint + (SELECT 1 + (length(CASE WHEN f = '' THEN rtrim(w, '0') ELSE ltrim(w, '0') END) + 1) / 2 + (length(CASE WHEN w = '0' THEN ltrim(f, '0') ELSE f END) + 1) / 2 + sign FROM (SELECT split_part(ltrim(s, '-'), '.', 1) AS w, split_part(s, '.', 2) AS f, (s LIKE '-%')::int AS sign FROM (SELECT (v.item -> $7::text) ->> 'N') AS n (s)) AS parts) ELSE 0 END AS size FROM v WHERE v.hit AND (v.n0 = 0 OR abs(v.n0) BETWEEN 1e-130 AND 9.9999999999999999999999999999999999999e125) AND length(btrim(translate(v.n0::text, '-.', ''), '0')) <= 38), w AS (INSERT INTO ddbsql_t8 AS t (token, sk, size, item, ver) SELECT $1::bytea, $2::bytea, $3::bigint, $4::jsonb, $5::bigint WHERE EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 8 AND version = $6::bigint) AND COALESCE((SELECT hit FROM o), FALSE) ON CONFLICT (token, sk) DO UPDATE SET (size, item) = (SELECT size, item FROM c), ver = excluded.ver WHERE (SELECT size FROM c) <= 409600 RETURNING t.size, t.item) SELECT EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 8 AND version = $6::bigint), o.size, NULL::jsonb, o.hit, EXISTS (SELECT 1 FROM w), (SELECT size FROM w), (SELECT item FROM w) FROM (VALUES (1)) AS one LEFT JOIN o ON TRUE

-- update: sum, many (update_item_if_many)
WITH k AS (SELECT * FROM unnest($1::bytea[], $2::bytea[], $3::bigint[], $4::jsonb[], $5::bigint[], $8::text[]) WITH ORDINALITY AS k (p1, p2, p3, p4, p5, p8, n) WHERE EXISTS (SELECT 1 FROM ddbsql_tables WHERE id = 8 AND version = $6::bigint)), o AS (SELECT k.*, t.size, t.item, t.hit FROM k LEFT JOIN LATERAL (SELECT t.size, t.item, ((t.item -> $7::text) IS NOT NULL) AS hit FROM ddbsql_t8 AS t WHERE t.token = p1 AND t.sk = p2 FOR UPDATE) AS t ON TRUE), v AS (SELECT o.*, trim_scale(CASE WHEN ((o.item -> $7::text) IS NOT NULL) THEN ((o.item -> $7::text) ->> 'N')::numeric ELSE p8::numeric END - ((o.item -> $9::text) ->> 'N')::numeric) AS n0 FROM o OFFSET 0), c AS (SELECT v.*, x.item AS new_item, x.size AS new_size FROM v LEFT JOIN LATERAL (SELECT v.item || jsonb_build_object($7::text, jsonb_build_object('N', v.n0::text)) AS item, v.size + $10::bigint + (SELECT 1 + (length(CASE WHEN f = '' THEN rtrim(w, '0') ELSE ltrim(w, '0') END) + 1) / 2 + (length(CASE WHEN w = '0' THEN ltrim(f, '0') ELSE f END) + 1) / 2 + sign FROM (SELECT split_part(ltrim(s, '-'), '.', 1) AS w, split_part(s, '.', 2) AS f, (s LIKE '-%')::int AS sign FROM (SELECT v.n0::text) AS n (s)) AS parts) - CASE WHEN ((v.item -> $7::text) IS NOT NULL) THEN $11::bigint + (SELECT 1 + (length(CASE WHEN f = '' THEN rtrim(w, '0') ELSE ltrim(w, '0') END) + 1) / 2 + (length(CASE WHEN w = '0' THEN ltrim(f, '0') ELSE f END) + 1) / 2 + sign FROM (SELECT split_part(ltrim(s, '-'), '.', 1) AS w, split_part(s, '.', 2) AS f, (s LIKE '-%')::int AS sign FROM (SELECT (v.item -> $7::text) ->> 'N') AS n (s)) AS parts) ELSE 0 END AS size WHERE v.hit AND (v.n0 = 0 OR abs(v.n0) BETWEEN 1e-130 AND 9.9999999999999999999999999999999999999e125) AND length(btrim(translate(v.n0::text, '-.', ''), '0')) <= 38) AS x ON TRUE), w AS (INSERT INTO ddbsql_t8 AS t (token, sk, size, item, ver) SELECT o.p1, o.p2, o.new_size, o.new_item, o.p5 FROM c AS o WHERE o.new_size <= 409600 ON CONFLICT (token, sk) DO UPDATE SET size = excluded.size, item = excluded.item, ver = excluded.ver RETURNING t.ver) SELECT o.n, TRUE, o.size, NULL::jsonb, o.hit, o.p5 IN (SELECT ver FROM w), o.new_size, o.new_item FROM c AS o

