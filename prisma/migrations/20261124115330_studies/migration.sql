-- CreateEnum
CREATE TYPE "StudyState" AS ENUM ('waiting', 'computing', 'ready', 'failed');

-- CreateTable
CREATE TABLE "Study" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "titleEn" TEXT,
    "titleFr" TEXT,
    "aboutEn" TEXT,
    "aboutFr" TEXT,
    "source" TEXT,
    "language" TEXT NOT NULL,
    "listing" "Listing" NOT NULL DEFAULT 'network',
    "importedAt" TIMESTAMPTZ(3) NOT NULL,
    "importedById" UUID,
    "participants" INTEGER NOT NULL,
    "statements" INTEGER NOT NULL,
    "votes" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "state" "StudyState" NOT NULL DEFAULT 'waiting',
    "done" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Study_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StudyStatement" (
    "studyId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "textEn" TEXT,
    "textFr" TEXT,
    "moderatedOut" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "StudyStatement_pkey" PRIMARY KEY ("studyId","place")
);

-- CreateTable
CREATE TABLE "StudyBallots" (
    "studyId" UUID NOT NULL,
    "packed" BYTEA NOT NULL,

    CONSTRAINT "StudyBallots_pkey" PRIMARY KEY ("studyId")
);

-- CreateTable
CREATE TABLE "StudyFindings" (
    "digest" TEXT NOT NULL,
    "engine" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "findings" JSONB NOT NULL,

    CONSTRAINT "StudyFindings_pkey" PRIMARY KEY ("digest")
);

-- CreateIndex
CREATE UNIQUE INDEX "Study_slug_key" ON "Study"("slug");

-- CreateIndex
CREATE INDEX "Study_importedAt_idx" ON "Study"("importedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Study_digest_listing_key" ON "Study"("digest", "listing");

-- AddForeignKey
ALTER TABLE "StudyStatement" ADD CONSTRAINT "StudyStatement_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StudyBallots" ADD CONSTRAINT "StudyBallots_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Study" ADD CONSTRAINT "a_study_has_a_title" CHECK ("titleEn" IS NOT NULL OR "titleFr" IS NOT NULL);
ALTER TABLE "Study" ADD CONSTRAINT "statements_are_in_a_language" CHECK ("language" IN ('en', 'fr'));
ALTER TABLE "Study" ADD CONSTRAINT "work_is_counted_to_a_hundred" CHECK ("done" BETWEEN 0 AND 100);
ALTER TABLE "Study" ADD CONSTRAINT "somebody_voted_on_something" CHECK ("participants" > 0 AND "statements" > 0 AND "votes" >= 0);

-- What was voted and on what is read-only; packed already, so not packed again by the database.
ALTER TABLE "StudyBallots" ALTER COLUMN "packed" SET STORAGE EXTERNAL;
