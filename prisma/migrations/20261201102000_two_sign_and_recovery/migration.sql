-- CreateEnum
CREATE TYPE "SignOffChangeKind" AS ENUM ('rule', 'grant', 'revoke');

-- CreateEnum
CREATE TYPE "SignOffChangeAnswer" AS ENUM ('confirmed', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "RecoveryOutcome" AS ENUM ('restored', 'objected', 'withdrawn', 'lapsed');

-- AlterTable
ALTER TABLE "Position" ADD COLUMN     "draftSignOffKind" "SignOffKind";

-- CreateTable
CREATE TABLE "SignOffChange" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "kind" "SignOffChangeKind" NOT NULL,
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "byToken" BOOLEAN NOT NULL DEFAULT false,
    "signOffKind" "SignOffKind",
    "mandateId" UUID,
    "personId" UUID,
    "powers" "Power"[],
    "allThemes" BOOLEAN NOT NULL DEFAULT false,
    "themeIds" UUID[],
    "authorizedBy" TEXT,
    "authorizedByFr" TEXT,
    "instrument" TEXT,
    "instrumentFr" TEXT,
    "instrumentDate" DATE,
    "expiresAt" TIMESTAMPTZ(3),
    "answer" "SignOffChangeAnswer",
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" UUID,

    CONSTRAINT "SignOffChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignatoryRecovery" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "nomineeId" UUID NOT NULL,
    "authorizedBy" TEXT NOT NULL,
    "authorizedByFr" TEXT,
    "instrument" TEXT NOT NULL,
    "instrumentFr" TEXT,
    "instrumentDate" DATE NOT NULL,
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "byContact" BOOLEAN NOT NULL,
    "administratorId" UUID,
    "convenerId" UUID,
    "announcedAt" TIMESTAMPTZ(3),
    "effectiveAt" TIMESTAMPTZ(3),
    "outcome" "RecoveryOutcome",
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,
    "mandateId" UUID,

    CONSTRAINT "SignatoryRecovery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MandateReminder" (
    "mandateId" UUID NOT NULL,
    "daysBefore" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MandateReminder_pkey" PRIMARY KEY ("mandateId","daysBefore")
);

-- CreateIndex
CREATE INDEX "SignOffChange_organizationId_idx" ON "SignOffChange"("organizationId");

-- CreateIndex
CREATE INDEX "SignOffChange_personId_idx" ON "SignOffChange"("personId");

-- CreateIndex
CREATE INDEX "SignatoryRecovery_organizationId_idx" ON "SignatoryRecovery"("organizationId");

-- CreateIndex
CREATE INDEX "SignatoryRecovery_nomineeId_idx" ON "SignatoryRecovery"("nomineeId");

-- AddForeignKey
ALTER TABLE "SignOffChange" ADD CONSTRAINT "SignOffChange_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOffChange" ADD CONSTRAINT "SignOffChange_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignatoryRecovery" ADD CONSTRAINT "SignatoryRecovery_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignatoryRecovery" ADD CONSTRAINT "SignatoryRecovery_nomineeId_fkey" FOREIGN KEY ("nomineeId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MandateReminder" ADD CONSTRAINT "MandateReminder_mandateId_fkey" FOREIGN KEY ("mandateId") REFERENCES "Mandate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a schema diff does not see.

-- A draft keeps the sign-off rule that it was begun under, however often it is written anew: a rule that asks for fewer people
-- would otherwise be signed under at once.
-- A draft of before this column takes the rule of the day on which it is next written.
CREATE FUNCTION keep_rule_of_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."draft" IS NULL THEN
    NEW."draftSignOffKind" := NULL;
  ELSIF TG_OP = 'UPDATE' AND OLD."draft" IS NOT NULL AND OLD."draftSignOffKind" IS NOT NULL THEN
    NEW."draftSignOffKind" := OLD."draftSignOffKind";
  ELSE
    NEW."draftSignOffKind" := (SELECT o."signOffKind" FROM "Organization" o WHERE o."id" = NEW."organizationId");
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rule_of_draft_is_kept BEFORE INSERT OR UPDATE ON "Position" FOR EACH ROW EXECUTE FUNCTION keep_rule_of_draft();

-- Whole changes, each answered once, and confirmed by another than who proposed it.
ALTER TABLE "SignOffChange" ADD CONSTRAINT "a_rule_names_its_kind" CHECK (("kind" = 'rule') = ("signOffKind" IS NOT NULL));
ALTER TABLE "SignOffChange" ADD CONSTRAINT "a_revocation_names_its_mandate" CHECK ("kind" <> 'revoke' OR "mandateId" IS NOT NULL);
ALTER TABLE "SignOffChange" ADD CONSTRAINT "a_grant_is_whole" CHECK (("kind" = 'grant') = ("personId" IS NOT NULL AND
  "authorizedBy" IS NOT NULL AND "instrument" IS NOT NULL AND "instrumentDate" IS NOT NULL));
ALTER TABLE "SignOffChange" ADD CONSTRAINT "an_answer_has_a_day_and_a_person" CHECK (
  num_nulls("answer", "answeredAt", "answeredById") IN (0, 3));
ALTER TABLE "SignOffChange" ADD CONSTRAINT "two_confirm" CHECK ("answer" IS DISTINCT FROM 'confirmed' OR "answeredById" <> "proposedById");
CREATE UNIQUE INDEX "one_change_of_rule_waits" ON "SignOffChange" ("organizationId") WHERE "kind" = 'rule' AND "answer" IS NULL;
CREATE UNIQUE INDEX "one_revocation_waits" ON "SignOffChange" ("mandateId") WHERE "kind" = 'revoke' AND "answer" IS NULL;

-- One recovery at a time; seven days between its announcement and its effect; two different people agree from outside.
CREATE UNIQUE INDEX "one_recovery_is_open" ON "SignatoryRecovery" ("organizationId") WHERE "outcome" IS NULL;
ALTER TABLE "SignatoryRecovery" ADD CONSTRAINT "seven_days_to_object" CHECK (
  ("announcedAt" IS NULL) = ("effectiveAt" IS NULL) AND "effectiveAt" >= "announcedAt" + interval '168 hours');
ALTER TABLE "SignatoryRecovery" ADD CONSTRAINT "two_agree" CHECK ("administratorId" <> "convenerId");
ALTER TABLE "SignatoryRecovery" ADD CONSTRAINT "announced_when_agreed" CHECK (
  "announcedAt" IS NULL OR "byContact" OR num_nulls("administratorId", "convenerId") = 0);
ALTER TABLE "SignatoryRecovery" ADD CONSTRAINT "an_end_has_a_day" CHECK (("outcome" IS NULL) = ("endedAt" IS NULL));
ALTER TABLE "SignatoryRecovery" ADD CONSTRAINT "restored_after_the_days" CHECK (
  ("outcome" IS NOT DISTINCT FROM 'restored') = ("mandateId" IS NOT NULL)
  AND ("outcome" IS DISTINCT FROM 'restored' OR coalesce("endedAt" >= "effectiveAt", false)));

CREATE FUNCTION refuse_second_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'this was answered already' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER answered_once BEFORE UPDATE OF "answer", "answeredAt", "answeredById" ON "SignOffChange"
  FOR EACH ROW WHEN (OLD."answer" IS NOT NULL) EXECUTE FUNCTION refuse_second_answer();
CREATE TRIGGER ended_once BEFORE UPDATE OF "outcome", "endedAt", "effectiveAt", "announcedAt", "mandateId" ON "SignatoryRecovery"
  FOR EACH ROW WHEN (OLD."outcome" IS NOT NULL) EXECUTE FUNCTION refuse_second_answer();

SELECT cover_table('SignOffChange');
SELECT cover_table('SignatoryRecovery');
SELECT cover_table('MandateReminder');
