-- Names in the order of the reader's language, letter by letter as in a dictionary: accents decide last (in French from the
-- end of the word), capitals beside small letters, figures as numbers; spaces, hyphens, apostrophes and « » do not count,
-- leading articles do. lib/platform/i18n/collation.ts is the same rule where lists are put in order without the database.
CREATE COLLATION public.in_english (provider = icu, locale = 'en-CA-u-ka-shifted-kn');
CREATE COLLATION public.in_french (provider = icu, locale = 'fr-CA-u-ka-shifted-kn');

ALTER TABLE "Organization" ALTER COLUMN "nameEn" TYPE text COLLATE public.in_english;
ALTER TABLE "Organization" ALTER COLUMN "nameFr" TYPE text COLLATE public.in_french;
ALTER TABLE "Person" ALTER COLUMN "name" TYPE text COLLATE public.in_english;
-- A person has one name, and two readers who order it differently.
ALTER TABLE "Person" ADD COLUMN "nameInFrench" text COLLATE public.in_french GENERATED ALWAYS AS ("name") STORED;

-- A text as a reader may type it: `fold` in lib/platform/search.ts, letter for letter; a test holds the two together. Without
-- accents, capitals or quotation marks; one apostrophe, one hyphen, one space; œ and æ as two letters. Collations are said
-- at every step: the columns' own differ, and PostgreSQL refuses to choose.
CREATE FUNCTION public.fold(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN replace(replace(replace(lower(
  regexp_replace(
    regexp_replace(
      translate(
        normalize(replace($1 COLLATE "C", U&'\00B4', ''''), NFKD),
        U&'\2019\2018\201B\02BC\02BB\2032\0060' || U&'\2010\2011\2012\2013\2014\2015\2212' || U&'\0022\00AB\00BB\201C\201D\201E\201F\2039\203A\00AD\200B\200C\200D\2060\FEFF',
        '''''''''''''''' || '-------'
      ) COLLATE "C",
      U&'[\0300-\036F\1AB0-\1AFF\1DC0-\1DFF\20D0-\20FF\FE20-\FE2F]+', '', 'g'
    ) COLLATE "C",
    U&'[\0009-\000D\0020\0085\00A0\1680\2000-\200A\2028\2029\202F\205F\3000]+', ' ', 'g'
  ) COLLATE "und-x-icu") COLLATE "C", 'œ', 'oe'), 'æ', 'ae'), 'ς', 'σ');

-- What is looked through, folded when it is written.
ALTER TABLE "Organization" ADD COLUMN "folded" text GENERATED ALWAYS AS (public.fold(
  "code" || E'\n' || ("nameEn" COLLATE "C") || E'\n' || ("nameFr" COLLATE "C") || E'\n' || "shortEn" || E'\n' || "shortFr")) STORED;
ALTER TABLE "Person" ADD COLUMN "folded" text GENERATED ALWAYS AS (public.fold("name" COLLATE "C")) STORED;
ALTER TABLE "PositionRevision" ADD COLUMN "folded" text GENERATED ALWAYS AS (public.fold(
  coalesce("rationaleEn", '') || E'\n' || coalesce("rationaleFr", '') || E'\n' ||
  coalesce("reservationEn", '') || E'\n' || coalesce("reservationFr", ''))) STORED;

CREATE INDEX "Organization_nameEn_slug_idx" ON "Organization" ("nameEn", "slug");
CREATE INDEX "Organization_nameFr_slug_idx" ON "Organization" ("nameFr", "slug");
CREATE INDEX "PositionRevision_folded_idx" ON "PositionRevision" USING gin ("folded" public.gin_trgm_ops);

-- As before, but for what the database computes of the words: it is not there yet when a changed row is looked at.
CREATE OR REPLACE FUNCTION keep_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD."signedOffAt" IS NOT NULL AND NEW."signedOffAt" IS DISTINCT FROM OLD."signedOffAt")
    OR (OLD."stoodUntil" IS NOT NULL AND NEW."stoodUntil" IS DISTINCT FROM OLD."stoodUntil")
    OR (to_jsonb(NEW) - 'visibility' - 'signedOffAt' - 'stoodUntil' - 'folded')
      <> (to_jsonb(OLD) - 'visibility' - 'signedOffAt' - 'stoodUntil' - 'folded') THEN
    RAISE EXCEPTION 'the words of a revision never change' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
