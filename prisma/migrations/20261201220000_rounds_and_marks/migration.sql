-- CreateEnum
CREATE TYPE "ClauseMarkKind" AS ENUM ('acceptable', 'needs_change', 'cannot_sign', 'would_leave');

-- CreateEnum
CREATE TYPE "RoundState" AS ENUM ('planned', 'running', 'stopped', 'passed');

-- CreateEnum
CREATE TYPE "RoundNextStep" AS ENUM ('reword', 'drop', 'listed_names');

-- CreateEnum
CREATE TYPE "RoundStepKind" AS ENUM ('planned', 'opened', 'restarted', 'stopped', 'ended', 'passed', 'decided');

-- CreateTable
CREATE TABLE "ClauseMark" (
    "id" UUID NOT NULL,
    "talkingPointId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "clauseKey" TEXT NOT NULL,
    "organizationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "mark" "ClauseMarkKind",
    "textEn" TEXT,
    "textFr" TEXT,
    "amendmentId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID NOT NULL,
    "byToken" BOOLEAN NOT NULL DEFAULT false,
    "mandateId" UUID,
    "authorizedBy" TEXT NOT NULL,
    "instrument" TEXT NOT NULL,
    "instrumentDate" DATE NOT NULL,
    "selfAuthorized" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ClauseMark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RedLineNote" (
    "talkingPointId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "clauseKey" TEXT NOT NULL,
    "redLine" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RedLineNote_pkey" PRIMARY KEY ("talkingPointId","version","clauseKey")
);

-- CreateTable
CREATE TABLE "NoObjectionRound" (
    "id" UUID NOT NULL,
    "talkingPointId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "state" "RoundState" NOT NULL,
    "organizationId" UUID NOT NULL,
    "workingDays" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "noObjection" INTEGER,
    "stoodAside" INTEGER,
    "unreachable" INTEGER,
    "nextStep" "RoundNextStep",

    CONSTRAINT "NoObjectionRound_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoundObjection" (
    "roundId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "organizationId" UUID NOT NULL,
    "reasonEn" TEXT,
    "reasonFr" TEXT,
    "liftEn" TEXT,
    "liftFr" TEXT,
    "named" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID NOT NULL,
    "byToken" BOOLEAN NOT NULL DEFAULT false,
    "mandateId" UUID,
    "authorizedBy" TEXT NOT NULL,
    "instrument" TEXT NOT NULL,
    "instrumentDate" DATE NOT NULL,
    "selfAuthorized" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "RoundObjection_pkey" PRIMARY KEY ("roundId")
);

-- CreateTable
CREATE TABLE "RoundStep" (
    "roundId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "RoundStepKind" NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3),
    "nextStep" "RoundNextStep",

    CONSTRAINT "RoundStep_pkey" PRIMARY KEY ("roundId","number")
);

-- CreateIndex
CREATE INDEX "ClauseMark_organizationId_at_idx" ON "ClauseMark"("organizationId", "at");

-- CreateIndex
CREATE INDEX "ClauseMark_talkingPointId_amendmentId_idx" ON "ClauseMark"("talkingPointId", "amendmentId");

-- CreateIndex
CREATE UNIQUE INDEX "ClauseMark_place_key" ON "ClauseMark"("talkingPointId", "version", "clauseKey", "organizationId", "number");

-- CreateIndex
CREATE INDEX "NoObjectionRound_state_closesAt_idx" ON "NoObjectionRound"("state", "closesAt");

-- CreateIndex
CREATE INDEX "NoObjectionRound_organizationId_idx" ON "NoObjectionRound"("organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "NoObjectionRound_talkingPointId_number_key" ON "NoObjectionRound"("talkingPointId", "number");

-- CreateIndex
CREATE INDEX "RoundObjection_organizationId_idx" ON "RoundObjection"("organizationId");

-- One round at a time.
CREATE UNIQUE INDEX "one_round_under_way" ON "NoObjectionRound"("talkingPointId") WHERE "state" IN ('planned', 'running');

-- AddForeignKey
ALTER TABLE "ClauseMark" ADD CONSTRAINT "ClauseMark_talkingPointId_version_clauseKey_fkey" FOREIGN KEY ("talkingPointId", "version", "clauseKey") REFERENCES "TalkingPointClause"("talkingPointId", "version", "key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClauseMark" ADD CONSTRAINT "ClauseMark_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClauseMark" ADD CONSTRAINT "ClauseMark_talkingPointId_amendmentId_fkey" FOREIGN KEY ("talkingPointId", "amendmentId") REFERENCES "Amendment"("talkingPointId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RedLineNote" ADD CONSTRAINT "RedLineNote_talkingPointId_version_clauseKey_fkey" FOREIGN KEY ("talkingPointId", "version", "clauseKey") REFERENCES "TalkingPointClause"("talkingPointId", "version", "key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoObjectionRound" ADD CONSTRAINT "NoObjectionRound_talkingPointId_version_digest_fkey" FOREIGN KEY ("talkingPointId", "version", "digest") REFERENCES "TalkingPointVersion"("talkingPointId", "number", "digest") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoObjectionRound" ADD CONSTRAINT "NoObjectionRound_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundObjection" ADD CONSTRAINT "RoundObjection_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "NoObjectionRound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundObjection" ADD CONSTRAINT "RoundObjection_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundStep" ADD CONSTRAINT "RoundStep_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "NoObjectionRound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was said stays said.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ClauseMark" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "ClauseMark" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "RedLineNote" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "RedLineNote" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "RoundObjection" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "RoundObjection" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "RoundStep" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "RoundStep" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Other words are written exactly where other words are needed.
ALTER TABLE "ClauseMark" ADD CONSTRAINT "a_needed_change_has_words"
  CHECK (("mark" IS NOT DISTINCT FROM 'needs_change') = ("textEn" IS NOT NULL OR "textFr" IS NOT NULL));
-- What is acceptable as it stands needs no amendment.
ALTER TABLE "ClauseMark" ADD CONSTRAINT "an_amendment_would_help"
  CHECK ("amendmentId" IS NULL OR "mark" IN ('needs_change', 'cannot_sign', 'would_leave'));
ALTER TABLE "RoundObjection" ADD CONSTRAINT "an_objection_has_a_reason" CHECK ("reasonEn" IS NOT NULL OR "reasonFr" IS NOT NULL);
-- A round that runs has its end; one that is over ended; what it came to is counted when it passed, and what follows is for one that was stopped.
ALTER TABLE "NoObjectionRound" ADD CONSTRAINT "a_round_is_what_it_says" CHECK (
  ("state" = 'planned' OR "closesAt" IS NOT NULL OR "state" = 'stopped') AND ("state" IN ('stopped', 'passed')) = ("endedAt" IS NOT NULL)
  AND ("state" = 'passed') = ("noObjection" IS NOT NULL) AND ("state" = 'passed') = ("stoodAside" IS NOT NULL)
  AND ("state" = 'passed') = ("unreachable" IS NOT NULL) AND ("nextStep" IS NULL OR "state" = 'stopped'));
ALTER TABLE "NoObjectionRound" ADD CONSTRAINT "never_under_72_hours" CHECK ("closesAt" >= "opensAt" + interval '72 hours');

-- The record notes each row that an act touches.
SELECT cover_table('ClauseMark');
SELECT cover_table('RedLineNote');
SELECT cover_table('NoObjectionRound');
SELECT cover_table('RoundObjection');
SELECT cover_table('RoundStep');
