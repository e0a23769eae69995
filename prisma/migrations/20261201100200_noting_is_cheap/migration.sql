-- Noting what is touched costs a draft and a sign-off two percent: decisions/091 says by what. The same is noted as before.

-- Keys are compared byte by byte.
ALTER TABLE "RowSalt" ALTER COLUMN "table" TYPE TEXT COLLATE "C", ALTER COLUMN "key" TYPE TEXT COLLATE "C";

-- What a row says, the same in every session: all its columns but the exempt, by name, empty ones left out, so that a later
-- empty column changes nothing. What is nested is not looked into: there an empty value says something else than none. All of
-- this is written so that PostgreSQL takes it into the statement that asks: called row by row it would cost ten times as much.
CREATE OR REPLACE FUNCTION nested_text(j jsonb, nested text[]) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT jsonb_object_agg(c, j -> c)::text FROM unnest(nested) AS c
$$;
CREATE OR REPLACE FUNCTION row_text(j jsonb, exempt text[], nested text[]) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN nested = '{}' AND exempt = '{}' THEN jsonb_strip_nulls(j)::text
    WHEN nested = '{}' THEN jsonb_strip_nulls(j - exempt)::text
    ELSE jsonb_strip_nulls(j - exempt - nested)::text || nested_text(j, nested) END
$$;

-- Without the salt nobody finds out by trying what a digest was made of.
CREATE OR REPLACE FUNCTION row_digest(salt uuid, words text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT encode(sha256(convert_to(salt::text || words, 'UTF8')), 'hex')
$$;

-- Adds to what this transaction will have recorded: as a setting that ends with it, each piece by itself, since a text that
-- grows would be copied at every statement. `concerted.noted` counts the pieces.
CREATE OR REPLACE FUNCTION note_lines(lines text) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  piece text := COALESCE(NULLIF(current_setting('concerted.noted', true), '')::int, 0) + 1;
BEGIN
  PERFORM set_config('concerted.noted_' || piece, lines, true), set_config('concerted.noted', piece, true);
END $$;

-- What was added and not taken yet.
CREATE OR REPLACE FUNCTION noted_lines() RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT string_agg(current_setting('concerted.noted_' || piece, true), ',' ORDER BY piece)
  FROM generate_series(1, NULLIF(current_setting('concerted.noted', true), '')::int) AS piece
$$;

-- Notes of every row that a statement touched: table, key, digest of what it was and of what it is. A change gives it another
-- salt, and a row that goes takes its salt along. Nothing is noted of a row whose covered columns stay as they were. Salts are
-- looked up one by one: joined to rows of which nobody knows how many they are, all of them would be read for one.
CREATE OR REPLACE FUNCTION note_rows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET timezone = 'UTC' SET bytea_output = 'hex' SET extra_float_digits = 1 SET intervalstyle = 'iso_8601'
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  here text := TG_TABLE_NAME;
  exempt text[] := string_to_array(TG_ARGV[0], ',');
  nested text[] := string_to_array(TG_ARGV[1], ',');
  keys text[] := string_to_array(TG_ARGV[2], ',');
  lines text;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Many statements look for a row and find none: they cost nothing here.
    PERFORM FROM rows_after LIMIT 1;
    IF NOT FOUND THEN RETURN NULL; END IF;
  END IF;
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
    dropped AS (DELETE FROM "RowSalt" WHERE "table" = here AND "key" = ANY (ARRAY(SELECT k FROM gone)))
    SELECT string_agg(json_build_array(here, k, COALESCE(row_digest(
        (SELECT s."salt" FROM "RowSalt" s WHERE s."table" = here AND s."key" = k), words), 'unsalted'), NULL)::text, ',')
      INTO lines FROM gone;
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
    dropped AS (DELETE FROM "RowSalt" WHERE "table" = here AND "key" = ANY (ARRAY(SELECT k FROM changed WHERE "is" IS NULL))),
    salted AS (INSERT INTO "RowSalt" SELECT here, k, salt FROM changed WHERE "is" IS NOT NULL
      ON CONFLICT ("table", "key") DO UPDATE SET "salt" = EXCLUDED."salt")
    SELECT string_agg(json_build_array(here, k,
        CASE WHEN c.was IS NOT NULL THEN COALESCE(row_digest(
          (SELECT s."salt" FROM "RowSalt" s WHERE s."table" = here AND s."key" = c.k), c.was), 'unsalted') END,
        row_digest(c.salt, c."is"))::text, ',')
      INTO lines FROM changed c;
  END IF;
  IF lines IS NOT NULL THEN PERFORM note_lines(lines); END IF;
  RETURN NULL;
END $$;

-- The rows that were touched in this transaction and not yet recorded: the first that a row was, the last that it is.
CREATE OR REPLACE FUNCTION drain_noted() RETURNS jsonb LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  noted text := noted_lines();
  lines jsonb;
BEGIN
  IF noted IS NULL THEN RETURN '[]'; END IF;
  PERFORM set_config('concerted.noted', '', true);
  SELECT jsonb_agg(jsonb_build_array(t, k, was, "is") ORDER BY t, k) INTO lines
  FROM (
    SELECT t, k, (array_agg(was))[1] AS was, (array_agg("is"))[count(*)] AS "is"
    FROM (
      SELECT (v ->> 0) COLLATE "C" AS t, (v ->> 1) COLLATE "C" AS k, v ->> 2 AS was, v ->> 3 AS "is"
      FROM jsonb_array_elements(('[' || noted || ']')::jsonb) WITH ORDINALITY AS e (v, n) ORDER BY 1, 2, n) AS line
    GROUP BY t, k) AS touched
  WHERE was IS NOT NULL OR "is" IS NOT NULL;
  RETURN COALESCE(lines, '[]');
END $$;

-- What a row's hash covers besides, after the canonical text: its number and its rows; nothing for those from before there were any.
CREATE OR REPLACE FUNCTION digest_of_lines(id bigint, lines jsonb) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT COALESCE(encode(sha256(convert_to(id || ' ' || lines::text, 'UTF8')), 'hex'), '')
$$;

-- As before, but nothing is looked up where nothing stands.
CREATE OR REPLACE FUNCTION copy_standing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."standing" IS NULL THEN
    NEW."standingStance" := NULL;
    NEW."standingVisibility" := NULL;
    NEW."standingWording" := NULL;
    RETURN NEW;
  END IF;
  SELECT r."stance", r."visibility", r."propositionVersion"
    INTO NEW."standingStance", NEW."standingVisibility", NEW."standingWording"
    FROM "PositionRevision" r WHERE r."positionId" = NEW."id" AND r."number" = NEW."standing";
  RETURN NEW;
END $$;

-- As before, and only where the text stands: a statement for each of thousands of drafts would be noted by a trigger each.
CREATE OR REPLACE FUNCTION pass_on_standing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."signedOffAt" IS NOT NULL THEN
    UPDATE "Position" SET "standing" = "standing" WHERE "id" = NEW."positionId" AND "standing" = NEW."number";
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER happens_now ON "PositionStep";
DROP TRIGGER happens_now ON "JoinStep";
DROP TRIGGER happens_now ON "ExplanationStep";
DROP TRIGGER happens_now ON "ProposalStep";
DROP TRIGGER happens_now ON "OrganizationStep";
DROP TRIGGER happens_now ON "Mandate";
DROP TRIGGER ends_now ON "Mandate";
DROP FUNCTION must_be_now();

-- Now is from the beginning of this transaction to this moment.
CREATE FUNCTION is_now(said timestamptz) RETURNS boolean LANGUAGE sql VOLATILE AS $$
  SELECT said BETWEEN now() - interval '1 millisecond' AND clock_timestamp() + interval '1 millisecond'
$$;

-- Whose steps or mandates may carry a date of another day: an organization that does not exist. Demonstrations tell a history.
CREATE FUNCTION is_of_fiction(j jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM "Organization" o WHERE o."fictional" AND o."id" = COALESCE((j ->> 'organizationId')::uuid,
    (SELECT "organizationId" FROM "Position" WHERE "id" = (j ->> 'positionId')::uuid),
    (SELECT "organizationId" FROM "Proposal" WHERE "id" = (j ->> 'proposalId')::uuid)))
$$;

CREATE FUNCTION must_be_now() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM rows_after AS r WHERE NOT is_now(r."at") AND NOT is_of_fiction(to_jsonb(r)) LIMIT 1;
  IF FOUND AND NOT owns_table(TG_RELID) THEN
    RAISE EXCEPTION 'a step happens now' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER happens_now AFTER INSERT ON "PositionStep" REFERENCING NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION must_be_now();
CREATE TRIGGER happens_now AFTER INSERT ON "JoinStep" REFERENCING NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION must_be_now();
CREATE TRIGGER happens_now AFTER INSERT ON "ExplanationStep" REFERENCING NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION must_be_now();
CREATE TRIGGER happens_now AFTER INSERT ON "ProposalStep" REFERENCING NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION must_be_now();
CREATE TRIGGER happens_now AFTER INSERT ON "OrganizationStep" REFERENCING NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION must_be_now();

-- A mandate that begins, begins now; one that ends, ends now and once. Its words are not the serving role's to change: see the grants.
CREATE FUNCTION must_begin_or_end_now() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF is_now(CASE TG_OP WHEN 'INSERT' THEN NEW."validFrom" ELSE NEW."revokedAt" END)
    OR is_of_fiction(to_jsonb(NEW)) OR owns_table(TG_RELID) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a mandate begins now and ends now' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER begins_now BEFORE INSERT ON "Mandate" FOR EACH ROW EXECUTE FUNCTION must_begin_or_end_now();
CREATE TRIGGER ends_now BEFORE UPDATE OF "revokedAt" ON "Mandate"
  FOR EACH ROW WHEN (NEW."revokedAt" IS NOT NULL AND OLD."revokedAt" IS NULL) EXECUTE FUNCTION must_begin_or_end_now();
