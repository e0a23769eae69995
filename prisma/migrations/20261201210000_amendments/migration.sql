-- CreateEnum
CREATE TYPE "AmendmentKind" AS ENUM ('words', 'new_clause', 'drop', 'move', 'everywhere', 'whole');

-- CreateEnum
CREATE TYPE "AmendmentState" AS ENUM ('draft', 'open', 'accepted', 'accepted_with_changes', 'not_accepted', 'referred', 'superseded', 'withdrawn');

-- CreateEnum
CREATE TYPE "AmendmentHandling" AS ENUM ('accept', 'accept_with_changes', 'not_accept', 'refer', 'superseded_by');

-- CreateEnum
CREATE TYPE "AmendmentStepKind" AS ENUM ('opened', 'handled', 'answered', 'withdrawn', 'consolidated');

-- CreateEnum
CREATE TYPE "AmendmentFate" AS ENUM ('accepted', 'accepted_with_changes', 'not_accepted', 'referred', 'superseded', 'withdrawn', 'moved_along', 'marked', 'waiting');

-- CreateTable
CREATE TABLE "Amendment" (
    "id" UUID NOT NULL,
    "talkingPointId" UUID NOT NULL,
    "number" INTEGER,
    "version" INTEGER NOT NULL,
    "kind" "AmendmentKind" NOT NULL,
    "state" "AmendmentState" NOT NULL DEFAULT 'draft',
    "organizationId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "byToken" BOOLEAN NOT NULL DEFAULT false,
    "clauseKey" TEXT,
    "afterKey" TEXT,
    "wordsEn" TEXT,
    "wordsFr" TEXT,
    "questionEn" TEXT,
    "questionFr" TEXT,
    "findEn" TEXT,
    "findFr" TEXT,
    "titleEn" TEXT,
    "titleFr" TEXT,
    "summaryEn" TEXT,
    "summaryFr" TEXT,
    "reasonEn" TEXT,
    "reasonFr" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "openedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Amendment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AmendmentClause" (
    "amendmentId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "key" TEXT,
    "kind" "ClauseKind" NOT NULL,
    "en" TEXT,
    "fr" TEXT,
    "questionEn" TEXT,
    "questionFr" TEXT,
    "libraryItemId" UUID,
    "locator" TEXT,
    "officeId" UUID,

    CONSTRAINT "AmendmentClause_pkey" PRIMARY KEY ("amendmentId","number")
);

-- CreateTable
CREATE TABLE "AmendmentStep" (
    "talkingPointId" UUID NOT NULL,
    "amendmentId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "AmendmentStepKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "organizationId" UUID NOT NULL,
    "actorId" UUID NOT NULL,
    "byToken" BOOLEAN NOT NULL DEFAULT false,
    "handling" "AmendmentHandling",
    "wordsEn" TEXT,
    "wordsFr" TEXT,
    "questionEn" TEXT,
    "questionFr" TEXT,
    "reasonEn" TEXT,
    "reasonFr" TEXT,
    "supersededById" UUID,
    "agrees" BOOLEAN,
    "version" INTEGER,
    "fate" "AmendmentFate",

    CONSTRAINT "AmendmentStep_pkey" PRIMARY KEY ("amendmentId","number")
);

-- CreateIndex
CREATE INDEX "Amendment_talkingPointId_version_idx" ON "Amendment"("talkingPointId", "version");

-- CreateIndex
CREATE INDEX "Amendment_talkingPointId_state_idx" ON "Amendment"("talkingPointId", "state");

-- CreateIndex
CREATE INDEX "Amendment_organizationId_state_idx" ON "Amendment"("organizationId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Amendment_talkingPointId_number_key" ON "Amendment"("talkingPointId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Amendment_talkingPointId_id_key" ON "Amendment"("talkingPointId", "id");

-- CreateIndex
CREATE INDEX "AmendmentClause_libraryItemId_idx" ON "AmendmentClause"("libraryItemId");

-- CreateIndex
CREATE INDEX "AmendmentClause_officeId_idx" ON "AmendmentClause"("officeId");

-- CreateIndex
CREATE INDEX "AmendmentStep_talkingPointId_version_idx" ON "AmendmentStep"("talkingPointId", "version");

-- CreateIndex
CREATE INDEX "AmendmentStep_talkingPointId_supersededById_idx" ON "AmendmentStep"("talkingPointId", "supersededById");

-- CreateIndex
CREATE INDEX "AmendmentStep_organizationId_idx" ON "AmendmentStep"("organizationId");

-- AddForeignKey
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_talkingPointId_version_fkey" FOREIGN KEY ("talkingPointId", "version") REFERENCES "TalkingPointVersion"("talkingPointId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AmendmentClause" ADD CONSTRAINT "AmendmentClause_amendmentId_fkey" FOREIGN KEY ("amendmentId") REFERENCES "Amendment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AmendmentClause" ADD CONSTRAINT "AmendmentClause_libraryItemId_fkey" FOREIGN KEY ("libraryItemId") REFERENCES "LibraryItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AmendmentClause" ADD CONSTRAINT "AmendmentClause_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AmendmentStep" ADD CONSTRAINT "AmendmentStep_talkingPointId_amendmentId_fkey" FOREIGN KEY ("talkingPointId", "amendmentId") REFERENCES "Amendment"("talkingPointId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AmendmentStep" ADD CONSTRAINT "AmendmentStep_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AmendmentStep" ADD CONSTRAINT "AmendmentStep_talkingPointId_supersededById_fkey" FOREIGN KEY ("talkingPointId", "supersededById") REFERENCES "Amendment"("talkingPointId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An amendment that others have read keeps its words: afterwards only what became of it is set. A draft may be reworded and thrown away.
CREATE FUNCTION keep_opened_amendment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" <> 'draft' AND (TG_OP = 'DELETE' OR NEW."state" = 'draft' OR to_jsonb(NEW) - 'state' <> to_jsonb(OLD) - 'state') THEN
    RAISE EXCEPTION 'an amendment that was opened stays as it is' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF (NEW."talkingPointId", NEW."organizationId", NEW."createdAt") IS DISTINCT FROM (OLD."talkingPointId", OLD."organizationId", OLD."createdAt") THEN
    RAISE EXCEPTION 'a draft stays with its organization and its text' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER words_stay BEFORE UPDATE OR DELETE ON "Amendment" FOR EACH ROW EXECUTE FUNCTION keep_opened_amendment();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "Amendment" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION keep_opened_clauses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND EXISTS (SELECT FROM "Amendment" a WHERE a."id" = OLD."amendmentId" AND a."state" <> 'draft')
      OR TG_OP <> 'DELETE' AND EXISTS (SELECT FROM "Amendment" a WHERE a."id" = NEW."amendmentId" AND a."state" <> 'draft') THEN
    RAISE EXCEPTION 'an amendment that was opened stays as it is' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER words_stay BEFORE INSERT OR UPDATE OR DELETE ON "AmendmentClause" FOR EACH ROW EXECUTE FUNCTION keep_opened_clauses();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "AmendmentClause" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "AmendmentStep" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "AmendmentStep" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Nothing happens to a draft: it has no number, no day and no steps.
ALTER TABLE "Amendment" ADD CONSTRAINT "what_is_opened_has_a_number"
  CHECK (("state" = 'draft') = ("openedAt" IS NULL) AND ("openedAt" IS NULL) = ("number" IS NULL));
CREATE FUNCTION must_be_opened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Amendment" a WHERE a."id" = NEW."amendmentId" AND a."state" = 'draft') THEN
    RAISE EXCEPTION 'nothing happens to a draft' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER was_opened BEFORE INSERT ON "AmendmentStep" FOR EACH ROW EXECUTE FUNCTION must_be_opened();

-- What others read has a summary, a reason and, where words are its matter, words. A draft may lack them.
ALTER TABLE "Amendment" ADD CONSTRAINT "what_is_opened_is_written" CHECK ("state" = 'draft' OR (
  ("summaryEn" IS NOT NULL OR "summaryFr" IS NOT NULL) AND ("reasonEn" IS NOT NULL OR "reasonFr" IS NOT NULL)
  AND ("kind" NOT IN ('words', 'everywhere')
    OR "wordsEn" IS NOT NULL OR "wordsFr" IS NOT NULL OR "kind" = 'words' AND ("questionEn" IS NOT NULL OR "questionFr" IS NOT NULL))));
ALTER TABLE "Amendment" ADD CONSTRAINT "a_summary_is_short" CHECK (char_length("summaryEn") <= 80 AND char_length("summaryFr") <= 80);
ALTER TABLE "Amendment" ADD CONSTRAINT "a_kind_has_its_place" CHECK (CASE "kind"
  WHEN 'words' THEN "clauseKey" IS NOT NULL AND "afterKey" IS NULL
  WHEN 'drop' THEN "clauseKey" IS NOT NULL AND "afterKey" IS NULL
  WHEN 'move' THEN "clauseKey" IS NOT NULL AND "clauseKey" IS DISTINCT FROM "afterKey"
  WHEN 'new_clause' THEN "clauseKey" IS NULL
  ELSE "clauseKey" IS NULL AND "afterKey" IS NULL END);
-- Words found are replaced in the same language.
ALTER TABLE "Amendment" ADD CONSTRAINT "what_is_found_is_replaced" CHECK (CASE WHEN "kind" = 'everywhere'
  THEN ("findEn" IS NOT NULL OR "findFr" IS NOT NULL) AND ("findEn" IS NULL) = ("wordsEn" IS NULL) AND ("findFr" IS NULL) = ("wordsFr" IS NULL)
  ELSE "findEn" IS NULL AND "findFr" IS NULL END);
ALTER TABLE "AmendmentClause" ADD CONSTRAINT "a_clause_has_words" CHECK ("en" IS NOT NULL OR "fr" IS NOT NULL);

-- A step says what it is for, and nothing else.
ALTER TABLE "AmendmentStep" ADD CONSTRAINT "a_step_says_its_own" CHECK (
  ("kind" = 'handled') = ("handling" IS NOT NULL) AND ("kind" = 'answered') = ("agrees" IS NOT NULL)
  AND ("kind" = 'consolidated') = ("version" IS NOT NULL) AND ("kind" = 'consolidated') = ("fate" IS NOT NULL));
ALTER TABLE "AmendmentStep" ADD CONSTRAINT "changes_have_words" CHECK (
  ("handling" IS NOT DISTINCT FROM 'accept_with_changes')
  = ("wordsEn" IS NOT NULL OR "wordsFr" IS NOT NULL OR "questionEn" IS NOT NULL OR "questionFr" IS NOT NULL));
ALTER TABLE "AmendmentStep" ADD CONSTRAINT "a_refusal_has_a_reason" CHECK (
  "handling" IS DISTINCT FROM 'not_accept' OR "reasonEn" IS NOT NULL OR "reasonFr" IS NOT NULL);
ALTER TABLE "AmendmentStep" ADD CONSTRAINT "another_supersedes_it" CHECK (
  ("handling" IS NOT DISTINCT FROM 'superseded_by') = ("supersededById" IS NOT NULL) AND "supersededById" IS DISTINCT FROM "amendmentId");

-- The record notes each row that an act touches.
SELECT cover_table('Amendment');
SELECT cover_table('AmendmentClause');
SELECT cover_table('AmendmentStep');
