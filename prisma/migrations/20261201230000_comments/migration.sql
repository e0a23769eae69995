-- CreateEnum
CREATE TYPE "CommentKind" AS ENUM ('general', 'technical', 'editorial');

-- CreateEnum
CREATE TYPE "CommentStepKind" AS ENUM ('said', 'edited', 'corrected', 'resolved', 'reopened');

-- CreateTable
CREATE TABLE "TalkingPointComment" (
    "id" UUID NOT NULL,
    "talkingPointId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "clauseKey" TEXT,
    "amendmentId" UUID,
    "parentId" UUID,
    "language" TEXT NOT NULL,
    "quote" TEXT,
    "kind" "CommentKind" NOT NULL DEFAULT 'general',
    "organizationId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TalkingPointComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TalkingPointCommentStep" (
    "commentId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "CommentStepKind" NOT NULL,
    "text" TEXT,
    "organizationId" UUID NOT NULL,
    "actorId" UUID NOT NULL,
    "byToken" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TalkingPointCommentStep_pkey" PRIMARY KEY ("commentId","number")
);

-- CreateTable
CREATE TABLE "CommentTableRow" (
    "amendmentId" UUID NOT NULL,
    "kind" "CommentKind" NOT NULL,
    "language" TEXT NOT NULL,

    CONSTRAINT "CommentTableRow_pkey" PRIMARY KEY ("amendmentId")
);

-- CreateIndex
CREATE INDEX "TalkingPointComment_talkingPointId_version_idx" ON "TalkingPointComment"("talkingPointId", "version");

-- CreateIndex
CREATE INDEX "TalkingPointComment_talkingPointId_amendmentId_idx" ON "TalkingPointComment"("talkingPointId", "amendmentId");

-- CreateIndex
CREATE INDEX "TalkingPointComment_parentId_idx" ON "TalkingPointComment"("parentId");

-- CreateIndex
CREATE INDEX "TalkingPointComment_organizationId_idx" ON "TalkingPointComment"("organizationId");

-- CreateIndex
CREATE INDEX "TalkingPointCommentStep_organizationId_idx" ON "TalkingPointCommentStep"("organizationId");

-- AddForeignKey
ALTER TABLE "TalkingPointComment" ADD CONSTRAINT "TalkingPointComment_talkingPointId_version_fkey" FOREIGN KEY ("talkingPointId", "version") REFERENCES "TalkingPointVersion"("talkingPointId", "number") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "TalkingPointComment" ADD CONSTRAINT "TalkingPointComment_talkingPointId_version_clauseKey_fkey" FOREIGN KEY ("talkingPointId", "version", "clauseKey") REFERENCES "TalkingPointClause"("talkingPointId", "version", "key") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "TalkingPointComment" ADD CONSTRAINT "TalkingPointComment_talkingPointId_amendmentId_fkey" FOREIGN KEY ("talkingPointId", "amendmentId") REFERENCES "Amendment"("talkingPointId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "TalkingPointComment" ADD CONSTRAINT "TalkingPointComment_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "TalkingPointComment"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "TalkingPointComment" ADD CONSTRAINT "TalkingPointComment_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkingPointCommentStep" ADD CONSTRAINT "TalkingPointCommentStep_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "TalkingPointComment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkingPointCommentStep" ADD CONSTRAINT "TalkingPointCommentStep_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentTableRow" ADD CONSTRAINT "CommentTableRow_amendmentId_fkey" FOREIGN KEY ("amendmentId") REFERENCES "Amendment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was said stays said.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "TalkingPointComment" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "TalkingPointComment" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "TalkingPointCommentStep" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "TalkingPointCommentStep" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- It is in one of the two languages, and quotes words of a clause.
ALTER TABLE "TalkingPointComment" ADD CONSTRAINT "one_of_two_languages" CHECK ("language" IN ('en', 'fr'));
ALTER TABLE "CommentTableRow" ADD CONSTRAINT "one_of_two_languages" CHECK ("language" IN ('en', 'fr'));
ALTER TABLE "TalkingPointComment" ADD CONSTRAINT "a_quote_has_a_clause" CHECK ("quote" IS NULL OR "clauseKey" IS NOT NULL);
-- What settles a comment says nothing itself, and everything else does.
ALTER TABLE "TalkingPointCommentStep" ADD CONSTRAINT "what_is_said_has_words"
  CHECK (("text" IS NULL) = ("kind" IN ('resolved', 'reopened')));

-- The record notes each row that an act touches.
SELECT cover_table('TalkingPointComment');
SELECT cover_table('TalkingPointCommentStep');
SELECT cover_table('CommentTableRow');
