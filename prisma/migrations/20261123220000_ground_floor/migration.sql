-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "NetworkKind" AS ENUM ('undecided', 'demonstration', 'real');

-- CreateEnum
CREATE TYPE "OrganizationStatus" AS ENUM ('applied', 'member', 'observer', 'suspended', 'left');

-- CreateEnum
CREATE TYPE "Listing" AS ENUM ('network', 'public');

-- CreateEnum
CREATE TYPE "SignOffKind" AS ENUM ('delegated', 'board_resolution', 'assembly', 'joint', 'vote', 'consent', 'opt_out', 'silence');

-- CreateEnum
CREATE TYPE "OrganizationType" AS ENUM ('faith_based_peace', 'human_rights', 'humanitarian', 'student', 'think_tank', 'women_peace', 'child_protection', 'diaspora', 'development', 'veterans', 'un_association', 'academic', 'legal', 'peacebuilding');

-- CreateEnum
CREATE TYPE "Power" AS ENUM ('draft', 'sign_off', 'endorse', 'sign_publicly');

-- CreateEnum
CREATE TYPE "TokenScope" AS ENUM ('read', 'draft', 'commit');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('support', 'support_with_reservation', 'undecided', 'stand_aside', 'oppose', 'no_mandate');

-- CreateEnum
CREATE TYPE "Visibility" AS ENUM ('organization', 'convener', 'network', 'public');

-- CreateEnum
CREATE TYPE "DraftState" AS ENUM ('drafted', 'submitted', 'returned');

-- CreateEnum
CREATE TYPE "StepKind" AS ENUM ('drafted', 'submitted', 'signed_off', 'returned', 'discarded', 'withdrawn', 'visibility_changed');

-- CreateEnum
CREATE TYPE "RegimeArea" AS ENUM ('norm_setting', 'institutionalization', 'codification', 'practice', 'cross_cutting');

-- CreateTable
CREATE TABLE "Network" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "kind" "NetworkKind" NOT NULL DEFAULT 'undecided',
    "nameEn" TEXT NOT NULL DEFAULT 'Concerted',
    "nameFr" TEXT NOT NULL DEFAULT 'Concerted',
    "timeZone" TEXT NOT NULL DEFAULT 'America/Toronto',
    "tooFewBelow" INTEGER NOT NULL DEFAULT 6,
    "concealedAt" TIMESTAMPTZ(3),
    "contentDigest" TEXT,

    CONSTRAINT "Network_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Activity" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "actorId" UUID,
    "byToken" BOOLEAN NOT NULL DEFAULT false,
    "subject" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KeptAnswer" (
    "accountId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "bodyDigest" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "headers" JSONB NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "KeptAnswer_pkey" PRIMARY KEY ("accountId","key","route")
);

-- CreateTable
CREATE TABLE "RateWindow" (
    "key" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "RateWindow_pkey" PRIMARY KEY ("key","startsAt")
);

-- CreateTable
CREATE TABLE "LibraryItem" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "titleFr" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "authorFr" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "symbol" TEXT,
    "kind" TEXT NOT NULL,
    "inSource" BOOLEAN NOT NULL,
    "referenceEn" TEXT NOT NULL,
    "referenceFr" TEXT NOT NULL,
    "summaryEn" TEXT NOT NULL,
    "summaryFr" TEXT NOT NULL,
    "url" TEXT,
    "erratumId" TEXT,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "LibraryItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GlossaryTerm" (
    "id" UUID NOT NULL,
    "en" TEXT NOT NULL,
    "fr" TEXT NOT NULL,
    "abbrEn" TEXT,
    "abbrFr" TEXT,
    "noteEn" TEXT,
    "noteFr" TEXT,

    CONSTRAINT "GlossaryTerm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organization" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "shortEn" TEXT NOT NULL,
    "shortFr" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameFr" TEXT NOT NULL,
    "type" "OrganizationType" NOT NULL,
    "province" TEXT NOT NULL,
    "workingLanguage" TEXT NOT NULL,
    "mandateEn" TEXT NOT NULL,
    "mandateFr" TEXT NOT NULL,
    "signOffRuleEn" TEXT NOT NULL,
    "signOffRuleFr" TEXT NOT NULL,
    "signOffKind" "SignOffKind" NOT NULL,
    "signOffTypicalDays" INTEGER NOT NULL,
    "status" "OrganizationStatus" NOT NULL DEFAULT 'applied',
    "listing" "Listing" NOT NULL DEFAULT 'network',
    "fictional" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Representation" (
    "personId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Representation_pkey" PRIMARY KEY ("personId","organizationId")
);

-- CreateTable
CREATE TABLE "Mandate" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "powers" "Power"[],
    "allThemes" BOOLEAN NOT NULL DEFAULT false,
    "authorizedBy" TEXT NOT NULL,
    "instrument" TEXT NOT NULL,
    "instrumentDate" DATE NOT NULL,
    "validFrom" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mandate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MandateTheme" (
    "mandateId" UUID NOT NULL,
    "themeId" UUID NOT NULL,

    CONSTRAINT "MandateTheme_pkey" PRIMARY KEY ("mandateId","themeId")
);

-- CreateTable
CREATE TABLE "ConvenerTerm" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "ConvenerTerm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConvenerPerson" (
    "termId" UUID NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "ConvenerPerson_pkey" PRIMARY KEY ("termId","personId")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" TIMESTAMPTZ(3),
    "name" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "timeZone" TEXT NOT NULL DEFAULT 'America/Toronto',
    "administrator" BOOLEAN NOT NULL DEFAULT false,
    "guest" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "authenticatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInLink" (
    "tokenHash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignInLink_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "AccessToken" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scope" "TokenScope" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccessToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Position" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "propositionId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "standing" INTEGER,
    "standingSince" TIMESTAMPTZ(3),
    "reviewBy" DATE,
    "draft" INTEGER,
    "draftState" "DraftState",

    CONSTRAINT "Position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PositionRevision" (
    "positionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "propositionVersion" INTEGER NOT NULL,
    "stance" "Stance" NOT NULL,
    "rationaleEn" TEXT,
    "rationaleFr" TEXT,
    "reservationEn" TEXT,
    "reservationFr" TEXT,
    "visibility" "Visibility" NOT NULL,
    "reviewBy" DATE,
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "signedOffAt" TIMESTAMPTZ(3),

    CONSTRAINT "PositionRevision_pkey" PRIMARY KEY ("positionId","number")
);

-- CreateTable
CREATE TABLE "PositionStep" (
    "positionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "StepKind" NOT NULL,
    "revision" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID NOT NULL,
    "byToken" BOOLEAN NOT NULL DEFAULT false,
    "mandateId" UUID,
    "authorizedBy" TEXT,
    "instrument" TEXT,
    "instrumentDate" DATE,
    "note" TEXT,
    "visibilityFrom" "Visibility",
    "visibilityTo" "Visibility",

    CONSTRAINT "PositionStep_pkey" PRIMARY KEY ("positionId","number")
);

-- CreateTable
CREATE TABLE "ConcealedStance" (
    "propositionId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "visibility" "Visibility" NOT NULL,
    "listed" "Listing" NOT NULL,

    CONSTRAINT "ConcealedStance_pkey" PRIMARY KEY ("propositionId","organizationId")
);

-- CreateTable
CREATE TABLE "Recommendation" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "addressees" TEXT[],
    "regimeArea" "RegimeArea" NOT NULL,
    "titleEn" TEXT NOT NULL,
    "titleFr" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "textFr" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "sectionFr" TEXT NOT NULL,
    "locator" TEXT NOT NULL,
    "standing" BOOLEAN NOT NULL,
    "cadence" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "Recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TimelineEvent" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "dateEnd" TEXT,
    "precision" TEXT NOT NULL,
    "dateSource" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "titleFr" TEXT NOT NULL,
    "descriptionEn" TEXT NOT NULL,
    "descriptionFr" TEXT NOT NULL,
    "symbol" TEXT,
    "printedDate" TEXT,
    "inSource" BOOLEAN NOT NULL,
    "section" TEXT,
    "sectionFr" TEXT,
    "erratumId" TEXT,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "TimelineEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Erratum" (
    "id" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "sectionFr" TEXT NOT NULL,
    "asPrinted" TEXT NOT NULL,
    "problemEn" TEXT NOT NULL,
    "problemFr" TEXT NOT NULL,
    "correctionEn" TEXT NOT NULL,
    "correctionFr" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "confidenceNoteEn" TEXT,
    "confidenceNoteFr" TEXT,
    "sourceEn" TEXT NOT NULL,
    "sourceFr" TEXT NOT NULL,
    "displayRule" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "Erratum_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportActor" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameFr" TEXT,
    "affiliationEn" TEXT NOT NULL,
    "affiliationFr" TEXT NOT NULL,
    "roleEn" TEXT NOT NULL,
    "roleFr" TEXT NOT NULL,
    "locator" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "ReportActor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Theme" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "regimeArea" "RegimeArea" NOT NULL,
    "titleEn" TEXT NOT NULL,
    "titleFr" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "Theme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Proposition" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "themeId" UUID NOT NULL,
    "regimeArea" "RegimeArea" NOT NULL,
    "currentVersion" INTEGER NOT NULL DEFAULT 1,
    "exclusiveSet" TEXT,
    "sourceStance" TEXT,
    "sourceVoice" TEXT,
    "sourceNoteEn" TEXT,
    "sourceNoteFr" TEXT,
    "section" TEXT,
    "sectionFr" TEXT,
    "locator" TEXT,

    CONSTRAINT "Proposition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PropositionVersion" (
    "propositionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "titleEn" TEXT NOT NULL,
    "titleFr" TEXT NOT NULL,
    "statementEn" TEXT NOT NULL,
    "statementFr" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PropositionVersion_pkey" PRIMARY KEY ("propositionId","number")
);

-- CreateTable
CREATE TABLE "Dilemma" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "titleFr" TEXT NOT NULL,
    "stateEn" TEXT NOT NULL,
    "stateFr" TEXT NOT NULL,
    "locator" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "Dilemma_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DilemmaProposition" (
    "dilemmaId" UUID NOT NULL,
    "propositionId" UUID NOT NULL,

    CONSTRAINT "DilemmaProposition_pkey" PRIMARY KEY ("dilemmaId","propositionId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Activity_hash_key" ON "Activity"("hash");

-- CreateIndex
CREATE INDEX "Activity_subject_id_idx" ON "Activity"("subject", "id");

-- CreateIndex
CREATE INDEX "KeptAnswer_createdAt_idx" ON "KeptAnswer"("createdAt");

-- CreateIndex
CREATE INDEX "RateWindow_startsAt_idx" ON "RateWindow"("startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "LibraryItem_slug_key" ON "LibraryItem"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "GlossaryTerm_en_key" ON "GlossaryTerm"("en");

-- CreateIndex
CREATE UNIQUE INDEX "Organization_slug_key" ON "Organization"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Organization_code_key" ON "Organization"("code");

-- CreateIndex
CREATE INDEX "Representation_organizationId_idx" ON "Representation"("organizationId");

-- CreateIndex
CREATE INDEX "Mandate_personId_idx" ON "Mandate"("personId");

-- CreateIndex
CREATE INDEX "Mandate_organizationId_idx" ON "Mandate"("organizationId");

-- CreateIndex
CREATE INDEX "ConvenerTerm_organizationId_idx" ON "ConvenerTerm"("organizationId");

-- CreateIndex
CREATE INDEX "ConvenerPerson_personId_idx" ON "ConvenerPerson"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE INDEX "SignInLink_email_idx" ON "SignInLink"("email");

-- CreateIndex
CREATE UNIQUE INDEX "AccessToken_tokenHash_key" ON "AccessToken"("tokenHash");

-- CreateIndex
CREATE INDEX "AccessToken_personId_idx" ON "AccessToken"("personId");

-- CreateIndex
CREATE INDEX "Position_propositionId_idx" ON "Position"("propositionId");

-- CreateIndex
CREATE UNIQUE INDEX "Position_organizationId_propositionId_key" ON "Position"("organizationId", "propositionId");

-- CreateIndex
CREATE UNIQUE INDEX "Position_id_standing_key" ON "Position"("id", "standing");

-- CreateIndex
CREATE UNIQUE INDEX "Position_id_draft_key" ON "Position"("id", "draft");

-- CreateIndex
CREATE INDEX "PositionStep_at_idx" ON "PositionStep"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Recommendation_slug_key" ON "Recommendation"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Recommendation_ref_key" ON "Recommendation"("ref");

-- CreateIndex
CREATE INDEX "Recommendation_regimeArea_sort_idx" ON "Recommendation"("regimeArea", "sort");

-- CreateIndex
CREATE UNIQUE INDEX "TimelineEvent_slug_key" ON "TimelineEvent"("slug");

-- CreateIndex
CREATE INDEX "TimelineEvent_date_idx" ON "TimelineEvent"("date");

-- CreateIndex
CREATE UNIQUE INDEX "ReportActor_name_key" ON "ReportActor"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Theme_slug_key" ON "Theme"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Proposition_slug_key" ON "Proposition"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Proposition_number_key" ON "Proposition"("number");

-- CreateIndex
CREATE INDEX "Proposition_themeId_number_idx" ON "Proposition"("themeId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Dilemma_slug_key" ON "Dilemma"("slug");

-- CreateIndex
CREATE INDEX "DilemmaProposition_propositionId_idx" ON "DilemmaProposition"("propositionId");

-- AddForeignKey
ALTER TABLE "LibraryItem" ADD CONSTRAINT "LibraryItem_erratumId_fkey" FOREIGN KEY ("erratumId") REFERENCES "Erratum"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Representation" ADD CONSTRAINT "Representation_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Representation" ADD CONSTRAINT "Representation_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mandate" ADD CONSTRAINT "Mandate_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mandate" ADD CONSTRAINT "Mandate_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MandateTheme" ADD CONSTRAINT "MandateTheme_mandateId_fkey" FOREIGN KEY ("mandateId") REFERENCES "Mandate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MandateTheme" ADD CONSTRAINT "MandateTheme_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConvenerTerm" ADD CONSTRAINT "ConvenerTerm_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConvenerPerson" ADD CONSTRAINT "ConvenerPerson_termId_fkey" FOREIGN KEY ("termId") REFERENCES "ConvenerTerm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConvenerPerson" ADD CONSTRAINT "ConvenerPerson_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessToken" ADD CONSTRAINT "AccessToken_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_propositionId_fkey" FOREIGN KEY ("propositionId") REFERENCES "Proposition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_id_standing_fkey" FOREIGN KEY ("id", "standing") REFERENCES "PositionRevision"("positionId", "number") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_id_draft_fkey" FOREIGN KEY ("id", "draft") REFERENCES "PositionRevision"("positionId", "number") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "PositionRevision" ADD CONSTRAINT "PositionRevision_positionId_fkey" FOREIGN KEY ("positionId") REFERENCES "Position"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PositionStep" ADD CONSTRAINT "PositionStep_positionId_fkey" FOREIGN KEY ("positionId") REFERENCES "Position"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConcealedStance" ADD CONSTRAINT "ConcealedStance_propositionId_fkey" FOREIGN KEY ("propositionId") REFERENCES "Proposition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimelineEvent" ADD CONSTRAINT "TimelineEvent_erratumId_fkey" FOREIGN KEY ("erratumId") REFERENCES "Erratum"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposition" ADD CONSTRAINT "Proposition_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PropositionVersion" ADD CONSTRAINT "PropositionVersion_propositionId_fkey" FOREIGN KEY ("propositionId") REFERENCES "Proposition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DilemmaProposition" ADD CONSTRAINT "DilemmaProposition_dilemmaId_fkey" FOREIGN KEY ("dilemmaId") REFERENCES "Dilemma"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DilemmaProposition" ADD CONSTRAINT "DilemmaProposition_propositionId_fkey" FOREIGN KEY ("propositionId") REFERENCES "Proposition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What a schema diff does not see: history that nobody can edit, and facts that must hold together.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Activity" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "Activity" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "PropositionVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "PropositionVersion" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "PositionStep" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "PositionStep" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "PositionRevision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE DELETE ON "PositionRevision" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The record: one row chained to the one before. The lock comes first, so that each statement after it sees the newest head.
CREATE FUNCTION record_activity(at timestamptz, kind text, actor uuid, by_token boolean, subject text, facts jsonb, canonical text)
RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  head text;
  row_id bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(726174);
  SELECT "hash" INTO head FROM "Activity" ORDER BY "id" DESC LIMIT 1;
  head := COALESCE(head, repeat('0', 64));
  INSERT INTO "Activity" ("at", "kind", "actorId", "byToken", "subject", "facts", "previousHash", "hash")
  VALUES (at, kind, actor, by_token, subject, facts, head, encode(sha256(convert_to(head || canonical, 'UTF8')), 'hex'))
  RETURNING "id" INTO row_id;
  RETURN row_id;
END $$;

-- The words of a revision never change. Its audience may, and it may become signed off, once.
CREATE FUNCTION keep_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."signedOffAt" IS NOT NULL AND NEW."signedOffAt" IS DISTINCT FROM OLD."signedOffAt"
    OR (to_jsonb(NEW) - 'visibility' - 'signedOffAt') <> (to_jsonb(OLD) - 'visibility' - 'signedOffAt') THEN
    RAISE EXCEPTION 'the words of a revision never change' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER words_stay BEFORE UPDATE ON "PositionRevision" FOR EACH ROW EXECUTE FUNCTION keep_words();

ALTER TABLE "Network" ADD CONSTRAINT "one_network" CHECK (id = 1);
INSERT INTO "Network" (id) VALUES (1);
ALTER TABLE "Position" ADD CONSTRAINT "a_draft_has_a_state" CHECK (("draft" IS NULL) = ("draftState" IS NULL));
ALTER TABLE "Position" ADD CONSTRAINT "what_stands_has_a_date" CHECK (("standing" IS NULL) = ("standingSince" IS NULL));
ALTER TABLE "PositionRevision" ADD CONSTRAINT "a_reservation_is_written" CHECK (
  "stance" <> 'support_with_reservation' OR "reservationEn" IS NOT NULL OR "reservationFr" IS NOT NULL);
