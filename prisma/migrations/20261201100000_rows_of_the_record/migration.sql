-- The record proves what was said: each of its rows carries, of every row that its act touched, which one, the digest of what
-- it was and the digest of what it is. decisions/090 says why so, and what it does not prove.

-- AlterTable
ALTER TABLE "Activity" ADD COLUMN     "rows" JSONB;

-- A domain is a name, and the record keeps none: what it is known by there is a random id.
ALTER TABLE "ProviderDomain" ADD COLUMN     "id" UUID NOT NULL DEFAULT gen_random_uuid();
CREATE UNIQUE INDEX "ProviderDomain_id_key" ON "ProviderDomain"("id");

-- CreateTable
CREATE TABLE "RowSalt" (
    "table" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "salt" UUID NOT NULL,

    CONSTRAINT "RowSalt_pkey" PRIMARY KEY ("table","key")
);

-- What a schema diff does not see.

-- How a row is known in the record: by its key, whose parts have a stroke between them.
CREATE FUNCTION row_key(j jsonb, key text[]) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT concat_ws('/', j ->> key[1], j ->> key[2], j ->> key[3], j ->> key[4])
$$;

-- What a row says, the same in every session: all its columns but the exempt, by name, empty ones left out, so that a later
-- empty column changes nothing. What is nested is not looked into: there an empty value says something else than none.
CREATE FUNCTION row_text(j jsonb, exempt text[], nested text[]) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT jsonb_strip_nulls(j - exempt - nested)::text
    || CASE WHEN nested = '{}' THEN '' ELSE (SELECT jsonb_object_agg(c, j -> c)::text FROM unnest(nested) AS c) END
$$;

-- Without the salt nobody finds out by trying what a digest was made of.
CREATE FUNCTION row_digest(salt uuid, words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT encode(sha256(convert_to(salt::text || words, 'UTF8')), 'hex')
$$;

-- The tables that the record covers, as their own triggers say it.
CREATE FUNCTION covered_tables() RETURNS TABLE ("table" text, "exempt" text[], "nested" text[], "key" text[])
LANGUAGE sql STABLE AS $$
  SELECT c.relname::text, string_to_array(args[1], ','), string_to_array(args[2], ','), string_to_array(args[3], ',')
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid,
    LATERAL string_to_array(encode(t.tgargs, 'escape'), '\000') AS args
  WHERE t.tgname = 'noted_insert' AND c.relnamespace = 'public'::regnamespace
$$;

-- Adds to what this transaction will have recorded.
CREATE FUNCTION note_lines(lines text) RETURNS void LANGUAGE sql VOLATILE AS $$
  SELECT set_config('concerted.noted', concat_ws(',', NULLIF(current_setting('concerted.noted', true), ''), lines), true)
$$;

-- Notes of every row that a statement touched: table, key, digest of what it was and of what it is. A change gives it another
-- salt, and a row that goes takes its salt along. Nothing is noted of a row whose covered columns stay as they were.
CREATE FUNCTION note_rows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET timezone = 'UTC' SET bytea_output = 'hex' SET extra_float_digits = 1 SET intervalstyle = 'iso_8601' AS $$
DECLARE
  here text := TG_TABLE_NAME;
  exempt text[] := string_to_array(TG_ARGV[0], ',');
  nested text[] := string_to_array(TG_ARGV[1], ',');
  keys text[] := string_to_array(TG_ARGV[2], ',');
  lines text;
BEGIN
  IF TG_OP = 'INSERT' THEN
    WITH made AS MATERIALIZED (
      SELECT row_key(j, keys) AS k, row_text(j, exempt, nested) AS words, gen_random_uuid() AS salt
      FROM (SELECT to_jsonb(r) AS j FROM rows_after AS r OFFSET 0) AS o),
    salted AS (INSERT INTO "RowSalt" SELECT here, k, salt FROM made
      ON CONFLICT ("table", "key") DO UPDATE SET "salt" = EXCLUDED."salt")
    SELECT string_agg(json_build_array(here, k, NULL, row_digest(salt, words))::text, ',') INTO lines FROM made;
  ELSIF TG_OP = 'DELETE' THEN
    WITH gone AS MATERIALIZED (
      SELECT row_key(j, keys) AS k, row_text(j, exempt, nested) AS words
      FROM (SELECT to_jsonb(r) AS j FROM rows_before AS r OFFSET 0) AS o),
    dropped AS (DELETE FROM "RowSalt" s USING gone WHERE s."table" = here AND s."key" = gone.k)
    SELECT string_agg(json_build_array(here, k, COALESCE(row_digest(s."salt", words), 'unsalted'), NULL)::text, ',')
      INTO lines FROM gone LEFT JOIN "RowSalt" s ON s."table" = here AND s."key" = gone.k;
  ELSE
    WITH former AS (
      SELECT row_key(j, keys) AS k, row_text(j, exempt, nested) AS words
      FROM (SELECT to_jsonb(r) AS j FROM rows_before AS r OFFSET 0) AS o),
    latter AS (
      SELECT row_key(j, keys) AS k, row_text(j, exempt, nested) AS words
      FROM (SELECT to_jsonb(r) AS j FROM rows_after AS r OFFSET 0) AS o),
    changed AS MATERIALIZED (
      SELECT k, former.words AS was, latter.words AS "is", gen_random_uuid() AS salt
      FROM former FULL JOIN latter USING (k) WHERE former.words IS DISTINCT FROM latter.words),
    dropped AS (DELETE FROM "RowSalt" s USING changed c WHERE s."table" = here AND s."key" = c.k AND c."is" IS NULL),
    salted AS (INSERT INTO "RowSalt" SELECT here, k, salt FROM changed WHERE "is" IS NOT NULL
      ON CONFLICT ("table", "key") DO UPDATE SET "salt" = EXCLUDED."salt")
    SELECT string_agg(json_build_array(here, k,
        CASE WHEN c.was IS NOT NULL THEN COALESCE(row_digest(s."salt", c.was), 'unsalted') END,
        row_digest(c.salt, c."is"))::text, ',')
      INTO lines FROM changed c LEFT JOIN "RowSalt" s ON s."table" = here AND s."key" = c.k;
  END IF;
  IF lines IS NOT NULL THEN PERFORM note_lines(lines); END IF;
  RETURN NULL;
END $$;

-- Puts a table under the record, but for columns that are named as exempt: one line in the migration that makes it.
-- `known_by` is what a row is known by where its primary key is a name of the world.
CREATE FUNCTION cover_table(named text, exempt text[] DEFAULT '{}', known_by text[] DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  relation regclass := format('public.%I', named)::regclass;
  computed text[];
  nested text[];
  arguments text;
BEGIN
  computed := ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = relation AND a.attgenerated <> '' ORDER BY 1);
  nested := ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = relation AND a.attnum > 0 AND NOT a.attisdropped
    AND a.atttypid IN ('json'::regtype, 'jsonb'::regtype) AND a.attname <> ALL (exempt) ORDER BY 1);
  known_by := COALESCE(known_by, ARRAY(SELECT a.attname::text FROM pg_index i, unnest(i.indkey::int2[]) WITH ORDINALITY AS k(n, place)
    JOIN pg_attribute a ON a.attrelid = relation AND a.attnum = k.n
    WHERE i.indrelid = relation AND i.indisprimary ORDER BY k.place));
  IF cardinality(known_by) NOT BETWEEN 1 AND 4 THEN RAISE EXCEPTION '% has no key of one to four columns', named; END IF;
  arguments := format('%L, %L, %L', array_to_string(exempt || computed, ','), array_to_string(nested, ','), array_to_string(known_by, ','));
  EXECUTE format('DROP TRIGGER IF EXISTS noted_insert ON %1$s; DROP TRIGGER IF EXISTS noted_update ON %1$s; DROP TRIGGER IF EXISTS noted_delete ON %1$s', relation);
  EXECUTE format('CREATE TRIGGER noted_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS rows_after
    FOR EACH STATEMENT EXECUTE FUNCTION note_rows(%s)', relation, arguments);
  EXECUTE format('CREATE TRIGGER noted_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after
    FOR EACH STATEMENT EXECUTE FUNCTION note_rows(%s)', relation, arguments);
  EXECUTE format('CREATE TRIGGER noted_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS rows_before
    FOR EACH STATEMENT EXECUTE FUNCTION note_rows(%s)', relation, arguments);
END $$;

-- Every covered row that stands, with its digest at this moment; 'unsalted' where nothing ever noted it.
CREATE FUNCTION standing_rows() RETURNS TABLE ("table" text, "key" text, "digest" text) LANGUAGE plpgsql STABLE
SET search_path = public, pg_temp SET timezone = 'UTC' SET bytea_output = 'hex' SET extra_float_digits = 1 SET intervalstyle = 'iso_8601' AS $$
#variable_conflict use_column
DECLARE
  covered record;
BEGIN
  FOR covered IN SELECT * FROM covered_tables() LOOP
    RETURN QUERY EXECUTE format(
      'SELECT %1$L::text, o.k, COALESCE(row_digest(s."salt", o.words), ''unsalted'')
       FROM (SELECT row_key(j, $1) AS k, row_text(j, $2, $3) AS words FROM (SELECT to_jsonb(r) AS j FROM %1$I AS r OFFSET 0) AS i) AS o
       LEFT JOIN "RowSalt" s ON s."table" = %1$L AND s."key" = o.k', covered."table")
      USING covered."key", covered."exempt", covered."nested";
  END LOOP;
END $$;

-- Gives a salt to every row that has none, and takes those of rows that are gone.
CREATE FUNCTION salt_rows() RETURNS void LANGUAGE sql VOLATILE AS $$
  WITH standing AS MATERIALIZED (SELECT * FROM standing_rows()),
  gone AS (DELETE FROM "RowSalt" s WHERE NOT EXISTS (
    SELECT FROM standing r WHERE r."table" = s."table" AND r."key" = s."key"))
  INSERT INTO "RowSalt" SELECT "table", "key", gen_random_uuid() FROM standing WHERE "digest" = 'unsalted'
$$;

-- Everything that the record says of rows, against what stands. `rowId` is the row of the record that is not followed:
-- 'overwritten', what it found was not what was left before it; 'changed' or 'gone', what it left stands no more;
-- 'unrecorded', nothing in the record left this. A record without rows says nothing yet.
-- Beside each, the digest that was recorded last and the one of what stands.
CREATE FUNCTION find_row_faults() RETURNS TABLE ("activity" bigint, "table" text, "key" text, "fault" text, "told" text, "standing" text)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH line AS MATERIALIZED (
    SELECT a."id", e.n, (e.v ->> 0) COLLATE "C" AS t, (e.v ->> 1) COLLATE "C" AS k, e.v ->> 2 AS was, e.v ->> 3 AS "is"
    FROM "Activity" a CROSS JOIN LATERAL jsonb_array_elements(a."rows") WITH ORDINALITY AS e (v, n)),
  told AS MATERIALIZED (
    SELECT "id", t, k, was, "is", lag("is") OVER w AS before, lead("id") OVER w IS NULL AS last
    FROM line WINDOW w AS (PARTITION BY t, k ORDER BY "id", n)),
  standing AS MATERIALIZED (SELECT "table" COLLATE "C" AS t, "key" COLLATE "C" AS k, "digest" FROM standing_rows()),
  faults AS (
    SELECT "id", t, k, 'overwritten' AS fault, before AS told, was AS standing FROM told WHERE was IS DISTINCT FROM before
    UNION ALL
    SELECT l."id", t, k, CASE WHEN l."is" IS NULL THEN 'unrecorded' WHEN s."digest" IS NULL THEN 'gone' ELSE 'changed' END,
      l."is", s."digest"
    FROM (SELECT * FROM told WHERE last) AS l FULL JOIN standing s USING (t, k)
    WHERE l."is" IS DISTINCT FROM s."digest"
    UNION ALL
    SELECT NULL, s."table", s."key", 'unrecorded', NULL, NULL FROM "RowSalt" s
    WHERE NOT EXISTS (SELECT FROM standing r WHERE r.t = s."table" AND r.k = s."key"))
  SELECT * FROM faults WHERE EXISTS (SELECT FROM "Activity") ORDER BY 1 NULLS LAST, 2, 3
$$;

-- The rows that were touched in this transaction and not yet recorded: the first that a row was, the last that it is.
CREATE FUNCTION drain_noted() RETURNS jsonb LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  noted text := current_setting('concerted.noted', true);
  lines jsonb;
BEGIN
  IF noted IS NULL OR noted = '' THEN RETURN '[]'; END IF;
  PERFORM set_config('concerted.noted', '', true);
  SELECT jsonb_agg(jsonb_build_array(t, k, was, "is") ORDER BY t COLLATE "C", k COLLATE "C") INTO lines
  FROM (
    SELECT v ->> 0 AS t, v ->> 1 AS k, (array_agg(v ->> 2 ORDER BY n))[1] AS was, (array_agg(v ->> 3 ORDER BY n DESC))[1] AS "is"
    FROM jsonb_array_elements(('[' || noted || ']')::jsonb) WITH ORDINALITY AS e (v, n) GROUP BY 1, 2) AS touched
  WHERE was IS NOT NULL OR "is" IS NOT NULL;
  RETURN COALESCE(lines, '[]');
END $$;

-- A record that begins, begins with everything that stands.
CREATE FUNCTION describe_standing() RETURNS jsonb LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  lines jsonb;
BEGIN
  PERFORM salt_rows();
  SELECT jsonb_agg(jsonb_build_array("table", "key", NULL, "digest") ORDER BY "table" COLLATE "C", "key" COLLATE "C")
    INTO lines FROM standing_rows();
  RETURN COALESCE(lines, '[]');
END $$;

-- What a row's hash covers besides, after the canonical text: its number and its rows; nothing for those from before there were any.
CREATE FUNCTION digest_of_lines(id bigint, lines jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT COALESCE(encode(sha256(convert_to(id || ' ' || lines::text, 'UTF8')), 'hex'), '')
$$;

-- As before, and now with the rows that the act touched. Gathering them comes before the lock that everybody waits for.
CREATE OR REPLACE FUNCTION record_activity(at timestamptz, kind text, actor uuid, by_token boolean, subject text, facts jsonb, canonical text)
RETURNS bigint LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  lines jsonb := drain_noted();
  head text;
  row_id bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(726174);
  SELECT "hash" INTO head FROM "Activity" ORDER BY "id" DESC LIMIT 1;
  IF head IS NULL THEN lines := describe_standing(); END IF;
  head := COALESCE(head, repeat('0', 64));
  row_id := nextval('"Activity_id_seq"');
  INSERT INTO "Activity" ("id", "at", "kind", "actorId", "byToken", "subject", "facts", "rows", "previousHash", "hash")
  VALUES (row_id, at, kind, actor, by_token, subject, facts, lines, head,
    encode(sha256(convert_to(head || canonical || digest_of_lines(row_id, lines), 'UTF8')), 'hex'));
  RETURN row_id;
END $$;

-- Names a row in what is recorded next though the act leaves it as it is: the words that somebody signs.
CREATE FUNCTION vouch_for(named text, key jsonb) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = public, pg_temp SET timezone = 'UTC' SET bytea_output = 'hex' SET extra_float_digits = 1 SET intervalstyle = 'iso_8601' AS $$
DECLARE
  covered record;
  line text;
BEGIN
  SELECT * INTO STRICT covered FROM covered_tables() AS c WHERE c."table" = named;
  EXECUTE format(
    'SELECT json_build_array(%1$L, o.k, d, d)::text
     FROM (SELECT row_key(j, $2) AS k, row_text(j, $3, $4) AS words FROM (SELECT to_jsonb(r) AS j FROM %1$I AS r
       JOIN jsonb_populate_record(NULL::%1$I, $1) AS g USING (%2$s)) AS i) AS o
     LEFT JOIN "RowSalt" s ON s."table" = %1$L AND s."key" = o.k,
     LATERAL (SELECT COALESCE(row_digest(s."salt", o.words), ''unsalted'') AS d) AS said', named,
    (SELECT string_agg(format('%I', c), ', ') FROM unnest(covered."key") AS c))
    INTO line USING key, covered."key", covered."exempt", covered."nested";
  IF line IS NULL THEN RAISE EXCEPTION 'there is no such row of %', named USING ERRCODE = 'no_data_found'; END IF;
  PERFORM note_lines(line);
END $$;

-- What is covered. Why the rest is not stands in lib/activity/exempt.json, by name; a test compares the two.
SELECT cover_table('Network', exempt => '{concealedAt,contentDigest}');
SELECT cover_table('Blackout');
SELECT cover_table('Person', exempt => '{emailVerified,language,timeZone,hours}');
SELECT cover_table('AccessToken', exempt => '{lastUsedAt}');
SELECT cover_table('Passkey', exempt => '{counter,lastUsedAt}');
SELECT cover_table('IdentityProvider');
SELECT cover_table('ProviderDomain', known_by => '{id}');
SELECT cover_table('Organization');
SELECT cover_table('OrganizationStep');
SELECT cover_table('OrganizationText');
SELECT cover_table('Application', exempt => '{tokenHash,tokenExpiresAt}');
SELECT cover_table('Representation');
SELECT cover_table('Invitation');
SELECT cover_table('Mandate');
SELECT cover_table('MandateTheme');
SELECT cover_table('MandateRequest');
SELECT cover_table('ConvenerTerm');
SELECT cover_table('ConvenerHandover');
SELECT cover_table('ConvenerPerson');
SELECT cover_table('Rapporteur');
SELECT cover_table('Theme');
SELECT cover_table('Proposition');
SELECT cover_table('PropositionVersion');
SELECT cover_table('Dilemma');
SELECT cover_table('DilemmaProposition');
SELECT cover_table('Recommendation');
SELECT cover_table('TimelineEvent');
SELECT cover_table('Erratum');
SELECT cover_table('ReportActor');
SELECT cover_table('LibraryItem');
SELECT cover_table('GlossaryTerm');
SELECT cover_table('Position');
SELECT cover_table('PositionRevision');
SELECT cover_table('PositionStep');
SELECT cover_table('PositionImport');
SELECT cover_table('PositionImportRow');
SELECT cover_table('ConfirmationRequest');
SELECT cover_table('ReviewReminder');
SELECT cover_table('JoinStep');
SELECT cover_table('ExplanationStep');
SELECT cover_table('Proposal');
SELECT cover_table('ProposalStep');
SELECT cover_table('Study', exempt => '{state,done}');
SELECT cover_table('StudyStatement');
SELECT cover_table('StudyBallots');
