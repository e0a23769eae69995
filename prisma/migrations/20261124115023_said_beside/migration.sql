-- CreateEnum
CREATE TYPE "BesideKind" AS ENUM ('signed_once', 'given', 'withdrawn');

-- CreateTable
CREATE TABLE "JoinStep" (
    "positionId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "organizationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "BesideKind" NOT NULL,
    "visibility" "Visibility" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID NOT NULL,
    "byToken" BOOLEAN NOT NULL DEFAULT false,
    "mandateId" UUID,
    "authorizedBy" TEXT NOT NULL,
    "instrument" TEXT NOT NULL,
    "instrumentDate" DATE NOT NULL,
    "selfAuthorized" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "JoinStep_pkey" PRIMARY KEY ("positionId","organizationId","number")
);

-- CreateTable
CREATE TABLE "ExplanationStep" (
    "positionId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "BesideKind" NOT NULL,
    "textEn" TEXT,
    "textFr" TEXT,
    "visibility" "Visibility" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID NOT NULL,
    "byToken" BOOLEAN NOT NULL DEFAULT false,
    "mandateId" UUID,
    "authorizedBy" TEXT NOT NULL,
    "instrument" TEXT NOT NULL,
    "instrumentDate" DATE NOT NULL,
    "selfAuthorized" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ExplanationStep_pkey" PRIMARY KEY ("positionId","number")
);

-- CreateTable
CREATE TABLE "ReviewReminder" (
    "positionId" UUID NOT NULL,
    "reviewBy" DATE NOT NULL,
    "daysBefore" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReviewReminder_pkey" PRIMARY KEY ("positionId","reviewBy","daysBefore")
);

-- CreateIndex
CREATE INDEX "JoinStep_positionId_revision_idx" ON "JoinStep"("positionId", "revision");

-- CreateIndex
CREATE INDEX "JoinStep_organizationId_at_idx" ON "JoinStep"("organizationId", "at");

-- CreateIndex
CREATE INDEX "ExplanationStep_positionId_revision_idx" ON "ExplanationStep"("positionId", "revision");

-- AddForeignKey
ALTER TABLE "JoinStep" ADD CONSTRAINT "JoinStep_positionId_fkey" FOREIGN KEY ("positionId") REFERENCES "Position"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JoinStep" ADD CONSTRAINT "JoinStep_positionId_revision_fkey" FOREIGN KEY ("positionId", "revision") REFERENCES "PositionRevision"("positionId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JoinStep" ADD CONSTRAINT "JoinStep_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExplanationStep" ADD CONSTRAINT "ExplanationStep_positionId_fkey" FOREIGN KEY ("positionId") REFERENCES "Position"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExplanationStep" ADD CONSTRAINT "ExplanationStep_positionId_revision_fkey" FOREIGN KEY ("positionId", "revision") REFERENCES "PositionRevision"("positionId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewReminder" ADD CONSTRAINT "ReviewReminder_positionId_fkey" FOREIGN KEY ("positionId") REFERENCES "Position"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a schema diff does not see: what was said beside a position stays said. Who may read it narrows, and nothing else changes.
CREATE FUNCTION keep_beside() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."visibility" > OLD."visibility" OR to_jsonb(NEW) - 'visibility' <> to_jsonb(OLD) - 'visibility' THEN
    RAISE EXCEPTION 'what was said beside a position stays said' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER words_stay BEFORE UPDATE ON "JoinStep" FOR EACH ROW EXECUTE FUNCTION keep_beside();
CREATE TRIGGER append_only BEFORE DELETE ON "JoinStep" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "JoinStep" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER words_stay BEFORE UPDATE ON "ExplanationStep" FOR EACH ROW EXECUTE FUNCTION keep_beside();
CREATE TRIGGER append_only BEFORE DELETE ON "ExplanationStep" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "ExplanationStep" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- It stands beside what was signed, and nobody joins their own reservation or one that is not there.
CREATE FUNCTION must_be_beside() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "PositionRevision" r WHERE r."positionId" = NEW."positionId" AND r."number" = NEW."revision"
      AND r."signedOffAt" IS NOT NULL AND (TG_TABLE_NAME <> 'JoinStep' OR r."stance" = 'support_with_reservation')) THEN
    RAISE EXCEPTION 'there is no signed text that this could stand beside' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_TABLE_NAME = 'JoinStep' AND EXISTS (SELECT FROM "Position" p
      WHERE p."id" = NEW."positionId" AND p."organizationId" = (to_jsonb(NEW) ->> 'organizationId')::uuid) THEN
    RAISE EXCEPTION 'nobody joins their own reservation' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stands_beside BEFORE INSERT ON "JoinStep" FOR EACH ROW EXECUTE FUNCTION must_be_beside();
CREATE TRIGGER stands_beside BEFORE INSERT ON "ExplanationStep" FOR EACH ROW EXECUTE FUNCTION must_be_beside();

ALTER TABLE "ExplanationStep" ADD CONSTRAINT "an_explanation_has_words" CHECK (
  "kind" = 'withdrawn' OR "textEn" IS NOT NULL OR "textFr" IS NOT NULL);
ALTER TABLE "ReviewReminder" ADD CONSTRAINT "a_reminder_comes_before" CHECK ("daysBefore" > 0);
