-- What the role that serves may not do, whatever it is told to: make something stand that nobody signed, end what stands without
-- a step, take a mandate back from the past, or date a step otherwise than now. Who owns the tables is not held by it: history
-- is brought along by restoring and by hand. Where one role does both, only the record notices.

-- The one who asks owns the table, or may act as its owner.
CREATE FUNCTION owns_table(relation oid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT pg_has_role(current_user, relowner, 'USAGE') FROM pg_class WHERE oid = relation
$$;

-- What a position's steps say of what stands: each signature or withdrawal, and when the next one came.
CREATE VIEW decisive_steps AS
  SELECT "positionId", "number", "kind", "revision", "at",
    lead("at") OVER w AS "until", lead("number") OVER w IS NULL AS "last"
  FROM "PositionStep" WHERE "kind" IN ('signed_off', 'confirmed', 'withdrawn')
  WINDOW w AS (PARTITION BY "positionId" ORDER BY "number");

-- At the end of a transaction, when everything that belongs together is there.
CREATE FUNCTION must_be_signed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held record;
BEGIN
  SELECT p."standing", p."standingSince", r."signedOffAt" INTO held FROM "Position" p
    LEFT JOIN "PositionRevision" r ON r."positionId" = p."id" AND r."number" = p."standing" WHERE p."id" = NEW."id";
  IF held."standing" IS NOT NULL AND held."signedOffAt" IS NULL THEN
    RAISE EXCEPTION 'what stands was signed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NOT owns_table(TG_RELID) AND EXISTS (
    SELECT FROM (SELECT) AS one LEFT JOIN decisive_steps d ON d."positionId" = NEW."id" AND d."last"
    WHERE held."standing" IS DISTINCT FROM CASE WHEN d."kind" <> 'withdrawn' THEN d."revision" END
      OR held."standingSince" IS DISTINCT FROM CASE WHEN d."kind" <> 'withdrawn' THEN d."at" END) THEN
    RAISE EXCEPTION 'what stands, and since when, is what the last signature or withdrawal says'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER stands_signed AFTER INSERT ON "Position" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."standing" IS NOT NULL) EXECUTE FUNCTION must_be_signed();
CREATE CONSTRAINT TRIGGER stands_signed_still AFTER UPDATE ON "Position" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."standing" IS DISTINCT FROM NEW."standing" OR OLD."standingSince" IS DISTINCT FROM NEW."standingSince")
  EXECUTE FUNCTION must_be_signed();

CREATE FUNCTION must_have_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT owns_table(TG_RELID) AND EXISTS (
    SELECT FROM "PositionRevision" r
    LEFT JOIN decisive_steps d ON d."positionId" = NEW."positionId" AND d."revision" = r."number" AND d."kind" <> 'withdrawn'
    WHERE r."positionId" = NEW."positionId" AND r."number" = NEW."number"
      AND (r."signedOffAt" IS DISTINCT FROM d."at" OR r."stoodUntil" IS DISTINCT FROM d."until")) THEN
    RAISE EXCEPTION 'a text is signed, and ends, by a step of that moment' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER signed_by_a_step AFTER INSERT ON "PositionRevision" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."signedOffAt" IS NOT NULL OR NEW."stoodUntil" IS NOT NULL) EXECUTE FUNCTION must_have_step();
CREATE CONSTRAINT TRIGGER signed_by_a_step_still AFTER UPDATE ON "PositionRevision" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."signedOffAt" IS DISTINCT FROM NEW."signedOffAt" OR OLD."stoodUntil" IS DISTINCT FROM NEW."stoodUntil")
  EXECUTE FUNCTION must_have_step();

-- Whose steps or mandates may carry a date of another day: an organization that does not exist. Demonstrations tell a history.
CREATE FUNCTION must_be_now() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  j jsonb := to_jsonb(NEW);
  said timestamptz := (j ->> TG_ARGV[0])::timestamptz;
  whose uuid;
BEGIN
  IF owns_table(TG_RELID) OR said BETWEEN now() - interval '1 millisecond' AND clock_timestamp() + interval '1 millisecond' THEN
    RETURN NEW;
  END IF;
  whose := COALESCE((j ->> 'organizationId')::uuid,
    (SELECT "organizationId" FROM "Position" WHERE "id" = (j ->> 'positionId')::uuid),
    (SELECT "organizationId" FROM "Proposal" WHERE "id" = (j ->> 'proposalId')::uuid));
  IF EXISTS (SELECT FROM "Organization" WHERE "id" = whose AND "fictional") THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a step happens now' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER happens_now BEFORE INSERT ON "PositionStep" FOR EACH ROW EXECUTE FUNCTION must_be_now('at');
CREATE TRIGGER happens_now BEFORE INSERT ON "JoinStep" FOR EACH ROW EXECUTE FUNCTION must_be_now('at');
CREATE TRIGGER happens_now BEFORE INSERT ON "ExplanationStep" FOR EACH ROW EXECUTE FUNCTION must_be_now('at');
CREATE TRIGGER happens_now BEFORE INSERT ON "ProposalStep" FOR EACH ROW EXECUTE FUNCTION must_be_now('at');
CREATE TRIGGER happens_now BEFORE INSERT ON "OrganizationStep" FOR EACH ROW EXECUTE FUNCTION must_be_now('at');

-- A mandate that begins, begins now; one that ends, ends now and once. Its words are not the serving role's to change: see the grants.
CREATE TRIGGER happens_now BEFORE INSERT ON "Mandate" FOR EACH ROW EXECUTE FUNCTION must_be_now('validFrom');
CREATE TRIGGER ends_now BEFORE UPDATE OF "revokedAt" ON "Mandate"
  FOR EACH ROW WHEN (NEW."revokedAt" IS NOT NULL AND OLD."revokedAt" IS NULL) EXECUTE FUNCTION must_be_now('revokedAt');
CREATE FUNCTION must_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF owns_table(TG_RELID) THEN RETURN NEW; END IF;
  RAISE EXCEPTION '% of % stays', TG_ARGV[0], TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER ends_once BEFORE UPDATE OF "revokedAt" ON "Mandate"
  FOR EACH ROW WHEN (OLD."revokedAt" IS NOT NULL AND NEW."revokedAt" IS DISTINCT FROM OLD."revokedAt")
  EXECUTE FUNCTION must_stay('the end');
-- Otherwise an organization could be made fictional for as long as it takes to date a step.
CREATE TRIGGER fictional_stays BEFORE UPDATE OF "fictional" ON "Organization"
  FOR EACH ROW WHEN (NEW."fictional" IS DISTINCT FROM OLD."fictional") EXECUTE FUNCTION must_stay('whether it is fictional');

-- Steps replayed against what stands. What was changed before the record had digests shows here alone.
CREATE FUNCTION find_step_faults() RETURNS TABLE ("table" text, "key" text) LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH decided AS MATERIALIZED (SELECT * FROM decisive_steps)
  SELECT 'Position', p."id"::text FROM "Position" p LEFT JOIN decided d ON d."positionId" = p."id" AND d."last"
  WHERE p."standing" IS DISTINCT FROM CASE WHEN d."kind" <> 'withdrawn' THEN d."revision" END
    OR p."standingSince" IS DISTINCT FROM CASE WHEN d."kind" <> 'withdrawn' THEN d."at" END
  UNION ALL
  SELECT 'PositionRevision', concat_ws('/', r."positionId", r."number") FROM "PositionRevision" r
  LEFT JOIN decided d ON d."positionId" = r."positionId" AND d."revision" = r."number" AND d."kind" <> 'withdrawn'
  WHERE r."signedOffAt" IS DISTINCT FROM d."at" OR r."stoodUntil" IS DISTINCT FROM d."until"
  ORDER BY 1, 2
$$;
