-- CreateEnum
CREATE TYPE "ParityRule" AS ENUM ('before_endorsement', 'before_release');

-- CreateEnum
CREATE TYPE "EndorsementResponse" AS ENUM ('endorse', 'endorse_with_reservation', 'stand_aside', 'object');

-- CreateEnum
CREATE TYPE "Usage" AS ENUM ('will_use', 'will_not_contradict', 'may_speak_against');

-- CreateEnum
CREATE TYPE "EndorsementKind" AS ENUM ('signed_once', 'given', 'confirmed', 'withdrawn');

-- CreateEnum
CREATE TYPE "TalkingPointKind" AS ENUM ('line', 'norm');

-- CreateEnum
CREATE TYPE "TalkingPointStatus" AS ENUM ('draft', 'in_discussion', 'usable', 'cautioned', 'retired');

-- CreateEnum
CREATE TYPE "TalkingPointAudience" AS ENUM ('officials', 'public', 'media', 'members');

-- CreateEnum
CREATE TYPE "ClauseKind" AS ENUM ('key_message', 'proof', 'if_asked', 'do_not_say', 'ask');

-- CreateEnum
CREATE TYPE "VersionChange" AS ENUM ('material', 'editorial');

-- AlterTable
ALTER TABLE "Network" ADD COLUMN     "parityRule" "ParityRule" NOT NULL DEFAULT 'before_endorsement';

-- CreateTable
CREATE TABLE "Office" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "institution" TEXT NOT NULL,
    "institutionEn" TEXT NOT NULL,
    "institutionFr" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "titleFr" TEXT NOT NULL,
    "functionEn" TEXT NOT NULL,
    "functionFr" TEXT NOT NULL,
    "checkedById" UUID,
    "checkedOn" DATE,

    CONSTRAINT "Office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EndorsementStep" (
    "talkingPointId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "EndorsementKind" NOT NULL,
    "version" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "response" "EndorsementResponse" NOT NULL,
    "usage" "Usage" NOT NULL,
    "clauses" TEXT[],
    "reservationEn" TEXT,
    "reservationFr" TEXT,
    "anchorClause" TEXT,
    "anchorEn" TEXT,
    "anchorFr" TEXT,
    "reasonEn" TEXT,
    "reasonFr" TEXT,
    "liftEn" TEXT,
    "liftFr" TEXT,
    "publicly" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID NOT NULL,
    "byToken" BOOLEAN NOT NULL DEFAULT false,
    "mandateId" UUID,
    "authorizedBy" TEXT NOT NULL,
    "instrument" TEXT NOT NULL,
    "instrumentDate" DATE NOT NULL,
    "selfAuthorized" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "EndorsementStep_pkey" PRIMARY KEY ("talkingPointId","organizationId","number")
);

-- CreateTable
CREATE TABLE "ReservationJoin" (
    "talkingPointId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "step" INTEGER NOT NULL,
    "joinedById" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "BesideKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID NOT NULL,
    "byToken" BOOLEAN NOT NULL DEFAULT false,
    "mandateId" UUID,
    "authorizedBy" TEXT NOT NULL,
    "instrument" TEXT NOT NULL,
    "instrumentDate" DATE NOT NULL,
    "selfAuthorized" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ReservationJoin_pkey" PRIMARY KEY ("talkingPointId","organizationId","joinedById","number")
);

-- CreateTable
CREATE TABLE "TalkingPoint" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "TalkingPointKind" NOT NULL,
    "status" "TalkingPointStatus" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "currentVersion" INTEGER NOT NULL DEFAULT 1,
    "usableVersion" INTEGER,
    "openedVersion" INTEGER,
    "regimeAreas" "RegimeArea"[],
    "audiences" "TalkingPointAudience"[],
    "reviewBy" DATE NOT NULL,
    "proposedById" UUID NOT NULL,
    "proposesAnewId" UUID,
    "replacedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TalkingPoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TalkingPointLead" (
    "talkingPointId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,

    CONSTRAINT "TalkingPointLead_pkey" PRIMARY KEY ("talkingPointId","organizationId")
);

-- CreateTable
CREATE TABLE "TalkingPointSource" (
    "talkingPointId" UUID NOT NULL,
    "libraryItemId" UUID NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "TalkingPointSource_pkey" PRIMARY KEY ("talkingPointId","libraryItemId")
);

-- CreateTable
CREATE TABLE "TalkingPointStep" (
    "talkingPointId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "TalkingPointStatus" NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "organizationId" UUID NOT NULL,
    "actorId" UUID NOT NULL,
    "byToken" BOOLEAN NOT NULL DEFAULT false,
    "reasonEn" TEXT,
    "reasonFr" TEXT,
    "cautionEn" TEXT,
    "cautionFr" TEXT,

    CONSTRAINT "TalkingPointStep_pkey" PRIMARY KEY ("talkingPointId","number")
);

-- CreateTable
CREATE TABLE "TalkingPointVersion" (
    "talkingPointId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "titleEn" TEXT,
    "titleFr" TEXT,
    "summaryEn" TEXT,
    "summaryFr" TEXT,
    "change" "VersionChange" NOT NULL,
    "editorialClauses" TEXT[],
    "organizationId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "byToken" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "folded" TEXT GENERATED ALWAYS AS (public.fold(coalesce("titleEn", '') || E'\n' || coalesce("titleFr", ''))) STORED,

    CONSTRAINT "TalkingPointVersion_pkey" PRIMARY KEY ("talkingPointId","number")
);

-- CreateTable
CREATE TABLE "TalkingPointTheme" (
    "talkingPointId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "themeId" UUID NOT NULL,

    CONSTRAINT "TalkingPointTheme_pkey" PRIMARY KEY ("talkingPointId","version","themeId")
);

-- CreateTable
CREATE TABLE "TalkingPointProposition" (
    "talkingPointId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "propositionId" UUID NOT NULL,

    CONSTRAINT "TalkingPointProposition_pkey" PRIMARY KEY ("talkingPointId","version","propositionId")
);

-- CreateTable
CREATE TABLE "TalkingPointClause" (
    "talkingPointId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "ClauseKind" NOT NULL,
    "en" TEXT,
    "fr" TEXT,
    "questionEn" TEXT,
    "questionFr" TEXT,
    "libraryItemId" UUID,
    "locator" TEXT,
    "source" TEXT,
    "officeId" UUID,
    "addresseeEn" TEXT,
    "addresseeFr" TEXT,
    "outsideSource" BOOLEAN NOT NULL DEFAULT false,
    "authorId" UUID NOT NULL,
    "folded" TEXT GENERATED ALWAYS AS (public.fold(coalesce("en", '') || E'\n' || coalesce("fr", '') || E'\n' || coalesce("questionEn", '') || E'\n' || coalesce("questionFr", ''))) STORED,

    CONSTRAINT "TalkingPointClause_pkey" PRIMARY KEY ("talkingPointId","version","number")
);

-- CreateTable
CREATE TABLE "TalkingPointParity" (
    "talkingPointId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "clauseKey" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "parity" "Parity" NOT NULL,
    "reasonEn" TEXT,
    "reasonFr" TEXT,
    "organizationId" UUID NOT NULL,
    "actorId" UUID NOT NULL,
    "byToken" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "judgedVersion" INTEGER,

    CONSTRAINT "TalkingPointParity_pkey" PRIMARY KEY ("talkingPointId","version","clauseKey","number")
);

-- CreateTable
CREATE TABLE "TalkingPointTranslation" (
    "talkingPointId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "clauseKey" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "organizationId" UUID NOT NULL,
    "personId" UUID,
    "dueOn" DATE NOT NULL,

    CONSTRAINT "TalkingPointTranslation_pkey" PRIMARY KEY ("talkingPointId","version","clauseKey","language")
);

-- CreateTable
CREATE TABLE "VersionContest" (
    "talkingPointId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "organizationId" UUID NOT NULL,
    "clauseKey" TEXT NOT NULL,
    "reasonEn" TEXT,
    "reasonFr" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID NOT NULL,
    "byToken" BOOLEAN NOT NULL DEFAULT false,
    "mandateId" UUID,
    "authorizedBy" TEXT NOT NULL,
    "instrument" TEXT NOT NULL,
    "instrumentDate" DATE NOT NULL,
    "selfAuthorized" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "VersionContest_pkey" PRIMARY KEY ("talkingPointId","version","organizationId","clauseKey")
);

-- CreateIndex
CREATE UNIQUE INDEX "Office_slug_key" ON "Office"("slug");

-- CreateIndex
CREATE INDEX "Office_checkedById_idx" ON "Office"("checkedById");

-- CreateIndex
CREATE INDEX "EndorsementStep_talkingPointId_version_idx" ON "EndorsementStep"("talkingPointId", "version");

-- CreateIndex
CREATE INDEX "EndorsementStep_organizationId_at_idx" ON "EndorsementStep"("organizationId", "at");

-- CreateIndex
CREATE INDEX "ReservationJoin_joinedById_at_idx" ON "ReservationJoin"("joinedById", "at");

-- CreateIndex
CREATE UNIQUE INDEX "TalkingPoint_slug_key" ON "TalkingPoint"("slug");

-- CreateIndex
CREATE INDEX "TalkingPoint_status_createdAt_idx" ON "TalkingPoint"("status", "createdAt");

-- CreateIndex
CREATE INDEX "TalkingPoint_proposedById_idx" ON "TalkingPoint"("proposedById");

-- CreateIndex
CREATE INDEX "TalkingPoint_proposesAnewId_idx" ON "TalkingPoint"("proposesAnewId");

-- CreateIndex
CREATE INDEX "TalkingPoint_replacedById_idx" ON "TalkingPoint"("replacedById");

-- CreateIndex
CREATE UNIQUE INDEX "TalkingPoint_id_currentVersion_key" ON "TalkingPoint"("id", "currentVersion");

-- CreateIndex
CREATE INDEX "TalkingPointLead_organizationId_idx" ON "TalkingPointLead"("organizationId");

-- CreateIndex
CREATE INDEX "TalkingPointSource_libraryItemId_idx" ON "TalkingPointSource"("libraryItemId");

-- CreateIndex
CREATE INDEX "TalkingPointStep_organizationId_idx" ON "TalkingPointStep"("organizationId");

-- CreateIndex
CREATE INDEX "TalkingPointVersion_organizationId_idx" ON "TalkingPointVersion"("organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "TalkingPointVersion_talkingPointId_number_digest_key" ON "TalkingPointVersion"("talkingPointId", "number", "digest");

-- CreateIndex
CREATE INDEX "TalkingPointTheme_themeId_idx" ON "TalkingPointTheme"("themeId");

-- CreateIndex
CREATE INDEX "TalkingPointProposition_propositionId_idx" ON "TalkingPointProposition"("propositionId");

-- CreateIndex
CREATE INDEX "TalkingPointClause_libraryItemId_idx" ON "TalkingPointClause"("libraryItemId");

-- CreateIndex
CREATE INDEX "TalkingPointClause_officeId_idx" ON "TalkingPointClause"("officeId");

-- CreateIndex
CREATE INDEX "TalkingPointClause_folded_idx" ON "TalkingPointClause" USING GIN ("folded" public.gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "TalkingPointClause_talkingPointId_version_key_key" ON "TalkingPointClause"("talkingPointId", "version", "key");

-- CreateIndex
CREATE INDEX "TalkingPointParity_organizationId_idx" ON "TalkingPointParity"("organizationId");

-- CreateIndex
CREATE INDEX "TalkingPointTranslation_organizationId_idx" ON "TalkingPointTranslation"("organizationId");

-- CreateIndex
CREATE INDEX "VersionContest_organizationId_idx" ON "VersionContest"("organizationId");

-- AddForeignKey
ALTER TABLE "Office" ADD CONSTRAINT "Office_checkedById_fkey" FOREIGN KEY ("checkedById") REFERENCES "Organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EndorsementStep" ADD CONSTRAINT "EndorsementStep_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EndorsementStep" ADD CONSTRAINT "EndorsementStep_talkingPointId_version_digest_fkey" FOREIGN KEY ("talkingPointId", "version", "digest") REFERENCES "TalkingPointVersion"("talkingPointId", "number", "digest") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReservationJoin" ADD CONSTRAINT "ReservationJoin_talkingPointId_organizationId_step_fkey" FOREIGN KEY ("talkingPointId", "organizationId", "step") REFERENCES "EndorsementStep"("talkingPointId", "organizationId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReservationJoin" ADD CONSTRAINT "ReservationJoin_joinedById_fkey" FOREIGN KEY ("joinedById") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkingPoint" ADD CONSTRAINT "TalkingPoint_id_currentVersion_fkey" FOREIGN KEY ("id", "currentVersion") REFERENCES "TalkingPointVersion"("talkingPointId", "number") ON DELETE NO ACTION ON UPDATE NO ACTION
  -- A point and its first version need each other: it is checked when the transaction ends.
  DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "TalkingPoint" ADD CONSTRAINT "TalkingPoint_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkingPoint" ADD CONSTRAINT "TalkingPoint_proposesAnewId_fkey" FOREIGN KEY ("proposesAnewId") REFERENCES "TalkingPoint"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkingPoint" ADD CONSTRAINT "TalkingPoint_replacedById_fkey" FOREIGN KEY ("replacedById") REFERENCES "TalkingPoint"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkingPointLead" ADD CONSTRAINT "TalkingPointLead_talkingPointId_fkey" FOREIGN KEY ("talkingPointId") REFERENCES "TalkingPoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkingPointLead" ADD CONSTRAINT "TalkingPointLead_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkingPointSource" ADD CONSTRAINT "TalkingPointSource_talkingPointId_fkey" FOREIGN KEY ("talkingPointId") REFERENCES "TalkingPoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkingPointSource" ADD CONSTRAINT "TalkingPointSource_libraryItemId_fkey" FOREIGN KEY ("libraryItemId") REFERENCES "LibraryItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkingPointStep" ADD CONSTRAINT "TalkingPointStep_talkingPointId_fkey" FOREIGN KEY ("talkingPointId") REFERENCES "TalkingPoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkingPointStep" ADD CONSTRAINT "TalkingPointStep_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkingPointVersion" ADD CONSTRAINT "TalkingPointVersion_talkingPointId_fkey" FOREIGN KEY ("talkingPointId") REFERENCES "TalkingPoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkingPointVersion" ADD CONSTRAINT "TalkingPointVersion_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkingPointTheme" ADD CONSTRAINT "TalkingPointTheme_talkingPointId_version_fkey" FOREIGN KEY ("talkingPointId", "version") REFERENCES "TalkingPointVersion"("talkingPointId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkingPointTheme" ADD CONSTRAINT "TalkingPointTheme_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkingPointProposition" ADD CONSTRAINT "TalkingPointProposition_talkingPointId_version_fkey" FOREIGN KEY ("talkingPointId", "version") REFERENCES "TalkingPointVersion"("talkingPointId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkingPointProposition" ADD CONSTRAINT "TalkingPointProposition_propositionId_fkey" FOREIGN KEY ("propositionId") REFERENCES "Proposition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkingPointClause" ADD CONSTRAINT "TalkingPointClause_talkingPointId_version_fkey" FOREIGN KEY ("talkingPointId", "version") REFERENCES "TalkingPointVersion"("talkingPointId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkingPointClause" ADD CONSTRAINT "TalkingPointClause_libraryItemId_fkey" FOREIGN KEY ("libraryItemId") REFERENCES "LibraryItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkingPointClause" ADD CONSTRAINT "TalkingPointClause_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkingPointParity" ADD CONSTRAINT "TalkingPointParity_talkingPointId_version_clauseKey_fkey" FOREIGN KEY ("talkingPointId", "version", "clauseKey") REFERENCES "TalkingPointClause"("talkingPointId", "version", "key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkingPointParity" ADD CONSTRAINT "TalkingPointParity_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkingPointTranslation" ADD CONSTRAINT "TalkingPointTranslation_talkingPointId_version_clauseKey_fkey" FOREIGN KEY ("talkingPointId", "version", "clauseKey") REFERENCES "TalkingPointClause"("talkingPointId", "version", "key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkingPointTranslation" ADD CONSTRAINT "TalkingPointTranslation_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VersionContest" ADD CONSTRAINT "VersionContest_talkingPointId_version_fkey" FOREIGN KEY ("talkingPointId", "version") REFERENCES "TalkingPointVersion"("talkingPointId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VersionContest" ADD CONSTRAINT "VersionContest_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was said stays said.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "TalkingPointStep" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "TalkingPointStep" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "TalkingPointVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "TalkingPointVersion" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "TalkingPointTheme" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "TalkingPointTheme" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "TalkingPointProposition" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "TalkingPointProposition" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "TalkingPointClause" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "TalkingPointClause" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "TalkingPointParity" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "TalkingPointParity" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "VersionContest" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "VersionContest" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "EndorsementStep" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "EndorsementStep" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ReservationJoin" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "ReservationJoin" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A draft stays at home, and whatever else it is began to be read at some version.
ALTER TABLE "TalkingPoint" ADD CONSTRAINT "what_is_read_was_opened" CHECK (("status" = 'draft') = ("openedVersion" IS NULL));
-- A text is in one language at least.
ALTER TABLE "TalkingPointClause" ADD CONSTRAINT "a_clause_has_words" CHECK ("en" IS NOT NULL OR "fr" IS NOT NULL);
ALTER TABLE "TalkingPointVersion" ADD CONSTRAINT "a_text_has_a_title" CHECK ("titleEn" IS NOT NULL OR "titleFr" IS NOT NULL);
-- A reservation is written exactly where there is one.
ALTER TABLE "EndorsementStep" ADD CONSTRAINT "a_reservation_has_words"
  CHECK (("response" = 'endorse_with_reservation') = ("reservationEn" IS NOT NULL OR "reservationFr" IS NOT NULL));
-- Nobody joins their own reservation.
ALTER TABLE "ReservationJoin" ADD CONSTRAINT "another_joins_it" CHECK ("joinedById" <> "organizationId");

-- The record notes each row that an act touches.
SELECT cover_table('Office');
SELECT cover_table('TalkingPoint');
SELECT cover_table('TalkingPointLead');
SELECT cover_table('TalkingPointSource');
SELECT cover_table('TalkingPointStep');
SELECT cover_table('TalkingPointVersion');
SELECT cover_table('TalkingPointTheme');
SELECT cover_table('TalkingPointProposition');
SELECT cover_table('TalkingPointClause');
SELECT cover_table('TalkingPointParity');
SELECT cover_table('TalkingPointTranslation');
SELECT cover_table('VersionContest');
SELECT cover_table('EndorsementStep');
SELECT cover_table('ReservationJoin');
