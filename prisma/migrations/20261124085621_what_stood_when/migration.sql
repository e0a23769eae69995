-- AlterEnum
ALTER TYPE "DraftState" ADD VALUE 'signed_once' BEFORE 'returned';

-- AlterEnum
ALTER TYPE "StepKind" ADD VALUE 'signed_once' BEFORE 'signed_off';
ALTER TYPE "StepKind" ADD VALUE 'confirmed' BEFORE 'returned';

-- AlterTable
ALTER TABLE "PositionRevision" ADD COLUMN     "decideBy" DATE,
ADD COLUMN     "stoodUntil" TIMESTAMPTZ(3),
ADD COLUMN     "undecidedSince" DATE;

-- CreateIndex
CREATE INDEX "PositionRevision_signedOffAt_idx" ON "PositionRevision"("signedOffAt");


-- What a schema diff does not see. A revision ends once, after it began, and its end is never moved.
CREATE OR REPLACE FUNCTION keep_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD."signedOffAt" IS NOT NULL AND NEW."signedOffAt" IS DISTINCT FROM OLD."signedOffAt")
    OR (OLD."stoodUntil" IS NOT NULL AND NEW."stoodUntil" IS DISTINCT FROM OLD."stoodUntil")
    OR (to_jsonb(NEW) - 'visibility' - 'signedOffAt' - 'stoodUntil')
      <> (to_jsonb(OLD) - 'visibility' - 'signedOffAt' - 'stoodUntil') THEN
    RAISE EXCEPTION 'the words of a revision never change' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

-- What stood before this column was there ended with the next signature or withdrawal.
UPDATE "PositionRevision" AS revision SET "stoodUntil" = ended."at"
FROM (
  SELECT "positionId", "revision", "kind",
    lead("at") OVER (PARTITION BY "positionId" ORDER BY "number") AS "at"
  FROM "PositionStep" WHERE "kind" IN ('signed_off', 'withdrawn')
) AS ended
WHERE ended."kind" = 'signed_off' AND ended."at" IS NOT NULL
  AND revision."positionId" = ended."positionId" AND revision."number" = ended."revision";

ALTER TABLE "PositionRevision" ADD CONSTRAINT "what_stood_ended_after_it_began" CHECK (
  "stoodUntil" IS NULL OR ("signedOffAt" IS NOT NULL AND "stoodUntil" >= "signedOffAt"));
ALTER TABLE "PositionRevision" ADD CONSTRAINT "only_the_undecided_say_since_when" CHECK (
  "stance" = 'undecided' OR ("undecidedSince" IS NULL AND "decideBy" IS NULL));
