-- CreateEnum
CREATE TYPE "AgendaItemKind" AS ENUM ('approval', 'recommendation', 'point', 'proposition', 'message', 'commitment', 'free');

-- CreateEnum
CREATE TYPE "AgendaItemOutcome" AS ENUM ('open', 'reached', 'not_reached');

-- CreateEnum
CREATE TYPE "DateAnswerKind" AS ENUM ('yes', 'if_need_be', 'no');

-- CreateEnum
CREATE TYPE "ClockChangeKind" AS ENUM ('meeting', 'option', 'answers_close');

-- CreateEnum
CREATE TYPE "BriefingKind" AS ENUM ('civil_society', 'government');

-- CreateEnum
CREATE TYPE "BriefingPart" AS ENUM ('meeting', 'caucus', 'room', 'debrief');

-- CreateEnum
CREATE TYPE "BriefingState" AS ENUM ('planned', 'polling', 'scheduled', 'cancelled', 'published');

-- CreateEnum
CREATE TYPE "AttributionRule" AS ENUM ('on_record', 'not_for_attribution', 'chatham_house', 'decisions_only');

-- CreateEnum
CREATE TYPE "BriefingCadence" AS ENUM ('three_a_year', 'twice_a_year');

-- CreateEnum
CREATE TYPE "DoubledHour" AS ENUM ('first', 'second');

-- CreateEnum
CREATE TYPE "BriefingStepKind" AS ENUM ('planned', 'changed', 'poll_opened', 'poll_reopened', 'option_added', 'option_changed', 'option_withdrawn', 'zone_corrected', 'scheduled', 'moved', 'cancelled', 'rule_chosen', 'rule_tightened', 'clock_changed', 'published');

-- CreateEnum
CREATE TYPE "AttendanceAnswer" AS ENUM ('coming', 'not_coming', 'undecided');

-- CreateEnum
CREATE TYPE "ClosingDayKind" AS ENUM ('provincial', 'caretaker', 'sitting');

-- AlterTable
ALTER TABLE "Network" ADD COLUMN     "closingDaysVersion" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Office" ADD COLUMN     "checkedByPersonId" UUID,
ADD COLUMN     "closedAt" TIMESTAMPTZ(3),
ADD COLUMN     "contactAddress" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "writtenByPersonId" UUID;

-- AlterTable
ALTER TABLE "Rapporteur" ADD COLUMN     "briefingId" UUID;

-- CreateTable
CREATE TABLE "AgendaItem" (
    "id" UUID NOT NULL,
    "briefingId" UUID NOT NULL,
    "number" INTEGER,
    "kind" "AgendaItemKind" NOT NULL,
    "recommendationId" UUID,
    "talkingPointId" UUID,
    "propositionId" UUID,
    "approvesId" UUID,
    "titleEn" TEXT,
    "titleFr" TEXT,
    "whyEn" TEXT,
    "whyFr" TEXT,
    "minutes" INTEGER NOT NULL,
    "leadId" UUID,
    "raisesId" UUID,
    "attribution" "AttributionRule",
    "inheritedFromId" UUID,
    "outcome" "AgendaItemOutcome" NOT NULL DEFAULT 'open',
    "proposedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AgendaItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgendaAnswerer" (
    "itemId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,

    CONSTRAINT "AgendaAnswerer_pkey" PRIMARY KEY ("itemId","organizationId")
);

-- CreateTable
CREATE TABLE "UpdateFiling" (
    "briefingId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "filedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UpdateFiling_pkey" PRIMARY KEY ("briefingId","organizationId")
);

-- CreateTable
CREATE TABLE "MemberUpdate" (
    "briefingId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "whatEn" TEXT,
    "whatFr" TEXT,
    "themeId" UUID,
    "whenEn" TEXT,
    "whenFr" TEXT,
    "contact" TEXT,
    "helpEn" TEXT,
    "helpFr" TEXT,

    CONSTRAINT "MemberUpdate_pkey" PRIMARY KEY ("briefingId","organizationId","number")
);

-- CreateTable
CREATE TABLE "BriefingPaper" (
    "id" UUID NOT NULL,
    "briefingId" UUID NOT NULL,
    "itemId" UUID,
    "fileId" UUID NOT NULL,
    "titleEn" TEXT,
    "titleFr" TEXT,
    "languages" TEXT[],
    "organizationId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "BriefingPaper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DateOption" (
    "id" UUID NOT NULL,
    "briefingId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "allDay" BOOLEAN NOT NULL DEFAULT false,
    "wallStart" TEXT NOT NULL,
    "wallEnd" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "doubledHour" "DoubledHour",
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "zoneVersion" TEXT NOT NULL,
    "noteEn" TEXT,
    "noteFr" TEXT,
    "withdrawnAt" TIMESTAMPTZ(3),
    "chosenAt" TIMESTAMPTZ(3),
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "stampedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DateOption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DateAnswer" (
    "inviteeId" UUID NOT NULL,
    "optionId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "answer" "DateAnswerKind" NOT NULL,

    CONSTRAINT "DateAnswer_pkey" PRIMARY KEY ("inviteeId","optionId")
);

-- CreateTable
CREATE TABLE "DateReply" (
    "inviteeId" UUID NOT NULL,
    "noneWorks" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "language" TEXT,
    "enteredByHost" BOOLEAN NOT NULL DEFAULT false,
    "sourceEn" TEXT,
    "sourceFr" TEXT,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "DateReply_pkey" PRIMARY KEY ("inviteeId")
);

-- CreateTable
CREATE TABLE "DateLink" (
    "id" UUID NOT NULL,
    "inviteeId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DateLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "personId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "BriefingMail" (
    "id" UUID NOT NULL,
    "briefingId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "recipientId" UUID NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "BriefingMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClockChange" (
    "id" UUID NOT NULL,
    "briefingId" UUID NOT NULL,
    "optionId" UUID,
    "kind" "ClockChangeKind" NOT NULL,
    "fromAt" TIMESTAMPTZ(3) NOT NULL,
    "toAt" TIMESTAMPTZ(3) NOT NULL,
    "fromVersion" TEXT NOT NULL,
    "toVersion" TEXT NOT NULL,
    "foundAt" TIMESTAMPTZ(3) NOT NULL,
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "ClockChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Briefing" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "BriefingKind" NOT NULL,
    "part" "BriefingPart" NOT NULL DEFAULT 'meeting',
    "partOfId" UUID,
    "state" "BriefingState" NOT NULL DEFAULT 'planned',
    "titleEn" TEXT,
    "titleFr" TEXT,
    "purposeEn" TEXT,
    "purposeFr" TEXT,
    "attribution" "AttributionRule" NOT NULL,
    "hostId" UUID NOT NULL,
    "quorum" INTEGER,
    "minutes" INTEGER NOT NULL,
    "zone" TEXT NOT NULL,
    "placeEn" TEXT,
    "placeFr" TEXT,
    "cadence" "BriefingCadence",
    "lastHeldOn" DATE,
    "dueOn" DATE,
    "followsId" UUID,
    "answersCloseWall" TEXT,
    "answersCloseAt" TIMESTAMPTZ(3),
    "callClosesOn" DATE,
    "wallStart" TEXT,
    "doubledHour" "DoubledHour",
    "startsAt" TIMESTAMPTZ(3),
    "endsAt" TIMESTAMPTZ(3),
    "zoneVersion" TEXT,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "stampedAt" TIMESTAMPTZ(3) NOT NULL,
    "invitedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "agendaVersion" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Briefing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BriefingStep" (
    "briefingId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "BriefingStepKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "wallStart" TEXT,
    "rule" "AttributionRule",
    "reasonEn" TEXT,
    "reasonFr" TEXT,

    CONSTRAINT "BriefingStep_pkey" PRIMARY KEY ("briefingId","number")
);

-- CreateTable
CREATE TABLE "BriefingInvitee" (
    "id" UUID NOT NULL,
    "briefingId" UUID NOT NULL,
    "organizationId" UUID,
    "officeId" UUID,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "BriefingInvitee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BriefingAttendance" (
    "inviteeId" UUID NOT NULL,
    "answer" "AttendanceAnswer" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "BriefingAttendance_pkey" PRIMARY KEY ("inviteeId")
);

-- CreateTable
CREATE TABLE "BriefingAttendee" (
    "inviteeId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "BriefingAttendee_pkey" PRIMARY KEY ("inviteeId","number")
);

-- CreateTable
CREATE TABLE "ClosingDay" (
    "id" UUID NOT NULL,
    "kind" "ClosingDayKind" NOT NULL,
    "firstOn" DATE NOT NULL,
    "lastOn" DATE NOT NULL,
    "provinces" TEXT[],
    "nameEn" TEXT NOT NULL,
    "nameFr" TEXT NOT NULL,

    CONSTRAINT "ClosingDay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfficeHolder" (
    "id" UUID NOT NULL,
    "officeId" UUID NOT NULL,
    "name" TEXT,
    "firstOn" DATE NOT NULL,
    "lastOn" DATE,
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OfficeHolder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FilePiece" (
    "fileId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "FilePiece_pkey" PRIMARY KEY ("fileId","number")
);

-- CreateIndex
CREATE INDEX "AgendaItem_briefingId_number_idx" ON "AgendaItem"("briefingId", "number");

-- CreateIndex
CREATE INDEX "AgendaItem_recommendationId_idx" ON "AgendaItem"("recommendationId");

-- CreateIndex
CREATE INDEX "AgendaItem_talkingPointId_idx" ON "AgendaItem"("talkingPointId");

-- CreateIndex
CREATE INDEX "AgendaItem_propositionId_idx" ON "AgendaItem"("propositionId");

-- CreateIndex
CREATE INDEX "AgendaItem_inheritedFromId_idx" ON "AgendaItem"("inheritedFromId");

-- CreateIndex
CREATE INDEX "AgendaAnswerer_organizationId_idx" ON "AgendaAnswerer"("organizationId");

-- CreateIndex
CREATE INDEX "UpdateFiling_organizationId_filedAt_idx" ON "UpdateFiling"("organizationId", "filedAt");

-- CreateIndex
CREATE INDEX "MemberUpdate_themeId_idx" ON "MemberUpdate"("themeId");

-- CreateIndex
CREATE UNIQUE INDEX "BriefingPaper_fileId_key" ON "BriefingPaper"("fileId");

-- CreateIndex
CREATE INDEX "BriefingPaper_briefingId_idx" ON "BriefingPaper"("briefingId");

-- CreateIndex
CREATE INDEX "BriefingPaper_itemId_idx" ON "BriefingPaper"("itemId");

-- CreateIndex
CREATE INDEX "BriefingPaper_organizationId_idx" ON "BriefingPaper"("organizationId");

-- CreateIndex
CREATE INDEX "DateOption_startsAt_idx" ON "DateOption"("startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "DateOption_briefingId_number_key" ON "DateOption"("briefingId", "number");

-- CreateIndex
CREATE INDEX "DateAnswer_optionId_idx" ON "DateAnswer"("optionId");

-- CreateIndex
CREATE UNIQUE INDEX "DateLink_tokenHash_key" ON "DateLink"("tokenHash");

-- CreateIndex
CREATE INDEX "DateLink_inviteeId_idx" ON "DateLink"("inviteeId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");

-- CreateIndex
CREATE INDEX "BriefingMail_recipientId_idx" ON "BriefingMail"("recipientId");

-- CreateIndex
CREATE UNIQUE INDEX "BriefingMail_briefingId_kind_sequence_recipientId_key" ON "BriefingMail"("briefingId", "kind", "sequence", "recipientId");

-- CreateIndex
CREATE INDEX "ClockChange_briefingId_idx" ON "ClockChange"("briefingId");

-- CreateIndex
CREATE UNIQUE INDEX "Briefing_slug_key" ON "Briefing"("slug");

-- CreateIndex
CREATE INDEX "Briefing_startsAt_idx" ON "Briefing"("startsAt");

-- CreateIndex
CREATE INDEX "Briefing_state_startsAt_idx" ON "Briefing"("state", "startsAt");

-- CreateIndex
CREATE INDEX "Briefing_hostId_idx" ON "Briefing"("hostId");

-- CreateIndex
CREATE INDEX "Briefing_followsId_idx" ON "Briefing"("followsId");

-- CreateIndex
CREATE UNIQUE INDEX "Briefing_partOfId_part_key" ON "Briefing"("partOfId", "part");

-- CreateIndex
CREATE INDEX "BriefingInvitee_organizationId_idx" ON "BriefingInvitee"("organizationId");

-- CreateIndex
CREATE INDEX "BriefingInvitee_officeId_idx" ON "BriefingInvitee"("officeId");

-- CreateIndex
CREATE UNIQUE INDEX "BriefingInvitee_briefingId_organizationId_key" ON "BriefingInvitee"("briefingId", "organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "BriefingInvitee_briefingId_officeId_key" ON "BriefingInvitee"("briefingId", "officeId");

-- CreateIndex
CREATE INDEX "ClosingDay_lastOn_idx" ON "ClosingDay"("lastOn");

-- CreateIndex
CREATE INDEX "OfficeHolder_officeId_firstOn_idx" ON "OfficeHolder"("officeId", "firstOn");

-- CreateIndex
CREATE INDEX "Rapporteur_briefingId_idx" ON "Rapporteur"("briefingId");

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_briefingId_fkey" FOREIGN KEY ("briefingId") REFERENCES "Briefing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_recommendationId_fkey" FOREIGN KEY ("recommendationId") REFERENCES "Recommendation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_talkingPointId_fkey" FOREIGN KEY ("talkingPointId") REFERENCES "TalkingPoint"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_propositionId_fkey" FOREIGN KEY ("propositionId") REFERENCES "Proposition"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_approvesId_fkey" FOREIGN KEY ("approvesId") REFERENCES "Briefing"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_raisesId_fkey" FOREIGN KEY ("raisesId") REFERENCES "Organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_inheritedFromId_fkey" FOREIGN KEY ("inheritedFromId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "Organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaAnswerer" ADD CONSTRAINT "AgendaAnswerer_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaAnswerer" ADD CONSTRAINT "AgendaAnswerer_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UpdateFiling" ADD CONSTRAINT "UpdateFiling_briefingId_fkey" FOREIGN KEY ("briefingId") REFERENCES "Briefing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UpdateFiling" ADD CONSTRAINT "UpdateFiling_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberUpdate" ADD CONSTRAINT "MemberUpdate_briefingId_organizationId_fkey" FOREIGN KEY ("briefingId", "organizationId") REFERENCES "UpdateFiling"("briefingId", "organizationId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberUpdate" ADD CONSTRAINT "MemberUpdate_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BriefingPaper" ADD CONSTRAINT "BriefingPaper_briefingId_fkey" FOREIGN KEY ("briefingId") REFERENCES "Briefing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BriefingPaper" ADD CONSTRAINT "BriefingPaper_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BriefingPaper" ADD CONSTRAINT "BriefingPaper_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BriefingPaper" ADD CONSTRAINT "BriefingPaper_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DateOption" ADD CONSTRAINT "DateOption_briefingId_fkey" FOREIGN KEY ("briefingId") REFERENCES "Briefing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DateAnswer" ADD CONSTRAINT "DateAnswer_inviteeId_fkey" FOREIGN KEY ("inviteeId") REFERENCES "BriefingInvitee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DateAnswer" ADD CONSTRAINT "DateAnswer_optionId_fkey" FOREIGN KEY ("optionId") REFERENCES "DateOption"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DateReply" ADD CONSTRAINT "DateReply_inviteeId_fkey" FOREIGN KEY ("inviteeId") REFERENCES "BriefingInvitee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DateLink" ADD CONSTRAINT "DateLink_inviteeId_fkey" FOREIGN KEY ("inviteeId") REFERENCES "BriefingInvitee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BriefingMail" ADD CONSTRAINT "BriefingMail_briefingId_fkey" FOREIGN KEY ("briefingId") REFERENCES "Briefing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClockChange" ADD CONSTRAINT "ClockChange_briefingId_fkey" FOREIGN KEY ("briefingId") REFERENCES "Briefing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClockChange" ADD CONSTRAINT "ClockChange_optionId_fkey" FOREIGN KEY ("optionId") REFERENCES "DateOption"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rapporteur" ADD CONSTRAINT "Rapporteur_briefingId_fkey" FOREIGN KEY ("briefingId") REFERENCES "Briefing"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Briefing" ADD CONSTRAINT "Briefing_partOfId_fkey" FOREIGN KEY ("partOfId") REFERENCES "Briefing"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Briefing" ADD CONSTRAINT "Briefing_hostId_fkey" FOREIGN KEY ("hostId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Briefing" ADD CONSTRAINT "Briefing_followsId_fkey" FOREIGN KEY ("followsId") REFERENCES "Briefing"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BriefingStep" ADD CONSTRAINT "BriefingStep_briefingId_fkey" FOREIGN KEY ("briefingId") REFERENCES "Briefing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BriefingInvitee" ADD CONSTRAINT "BriefingInvitee_briefingId_fkey" FOREIGN KEY ("briefingId") REFERENCES "Briefing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BriefingInvitee" ADD CONSTRAINT "BriefingInvitee_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BriefingInvitee" ADD CONSTRAINT "BriefingInvitee_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BriefingAttendance" ADD CONSTRAINT "BriefingAttendance_inviteeId_fkey" FOREIGN KEY ("inviteeId") REFERENCES "BriefingInvitee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BriefingAttendee" ADD CONSTRAINT "BriefingAttendee_inviteeId_fkey" FOREIGN KEY ("inviteeId") REFERENCES "BriefingAttendance"("inviteeId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfficeHolder" ADD CONSTRAINT "OfficeHolder_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FilePiece" ADD CONSTRAINT "FilePiece_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What was said stays said.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "BriefingStep" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "BriefingStep" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON "FilePiece" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Somebody is asked: an organization or an office.
ALTER TABLE "BriefingInvitee" ADD CONSTRAINT "an_organization_or_an_office" CHECK (("organizationId" IS NULL) <> ("officeId" IS NULL));
-- A caucus and a debrief belong to a meeting, and nothing else does.
ALTER TABLE "Briefing" ADD CONSTRAINT "parts_belong_to_a_meeting" CHECK (("part" IN ('caucus', 'debrief')) = ("partOfId" IS NOT NULL));
-- What is scheduled has a time on a clock, and the instants that it means by some version of the rules.
ALTER TABLE "Briefing" ADD CONSTRAINT "scheduled_at_a_time" CHECK (
  ("wallStart" IS NULL) = ("startsAt" IS NULL) AND ("startsAt" IS NULL) = ("endsAt" IS NULL) AND ("startsAt" IS NULL) = ("zoneVersion" IS NULL)
  AND ("state" NOT IN ('scheduled', 'published') OR "startsAt" IS NOT NULL) AND ("endsAt" > "startsAt"));
ALTER TABLE "Briefing" ADD CONSTRAINT "closes_at_a_time" CHECK (("answersCloseWall" IS NULL) = ("answersCloseAt" IS NULL));
ALTER TABLE "Briefing" ADD CONSTRAINT "lasts_some_time" CHECK ("minutes" BETWEEN 5 AND 1440);
ALTER TABLE "DateOption" ADD CONSTRAINT "ends_after_it_begins" CHECK ("endsAt" > "startsAt");
ALTER TABLE "AgendaItem" ADD CONSTRAINT "an_item_lasts_some_time" CHECK ("minutes" BETWEEN 0 AND 600);
-- It speaks of one thing, of the kind it says.
ALTER TABLE "AgendaItem" ADD CONSTRAINT "an_item_speaks_of_its_kind" CHECK (
  ("kind" = 'recommendation') = ("recommendationId" IS NOT NULL) AND ("kind" = 'point') = ("talkingPointId" IS NOT NULL)
  AND ("kind" = 'proposition') = ("propositionId" IS NOT NULL) AND ("kind" = 'approval' OR "approvesId" IS NULL));
ALTER TABLE "AgendaItem" ADD CONSTRAINT "a_free_item_has_a_title"
  CHECK ("kind" <> 'free' OR "titleEn" IS NOT NULL OR "titleFr" IS NOT NULL);
ALTER TABLE "MemberUpdate" ADD CONSTRAINT "says_what_it_does" CHECK ("whatEn" IS NOT NULL OR "whatFr" IS NOT NULL);
ALTER TABLE "MemberUpdate" ADD CONSTRAINT "five_lines_at_most" CHECK ("number" BETWEEN 1 AND 5);
ALTER TABLE "DateReply" ADD CONSTRAINT "one_of_two_languages" CHECK ("language" IN ('en', 'fr'));
ALTER TABLE "ClosingDay" ADD CONSTRAINT "ends_after_it_begins" CHECK ("lastOn" >= "firstOn");
ALTER TABLE "OfficeHolder" ADD CONSTRAINT "ends_after_it_begins" CHECK ("lastOn" IS NULL OR "lastOn" >= "firstOn");

-- The record notes each row that an act touches. Who answers, comes or saves is in no record.
SELECT cover_table('Briefing');
SELECT cover_table('BriefingStep');
SELECT cover_table('BriefingInvitee');
SELECT cover_table('DateOption');
SELECT cover_table('ClockChange');
SELECT cover_table('UpdateFiling');
SELECT cover_table('MemberUpdate');
SELECT cover_table('BriefingPaper');
SELECT cover_table('StoredFile');
SELECT cover_table('ClosingDay');
SELECT cover_table('OfficeHolder');
