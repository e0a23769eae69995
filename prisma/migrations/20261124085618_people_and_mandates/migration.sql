-- CreateEnum
CREATE TYPE "WeekStart" AS ENUM ('sunday', 'monday');

-- CreateEnum
CREATE TYPE "ClockStyle" AS ENUM ('by_language', 'h12', 'h24');

-- CreateEnum
CREATE TYPE "Shown" AS ENUM ('organization', 'network');

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "clock" "ClockStyle" NOT NULL DEFAULT 'by_language',
ADD COLUMN     "weekStart" "WeekStart" NOT NULL DEFAULT 'sunday';

-- AlterTable
ALTER TABLE "Representation" ADD COLUMN     "shownTo" "Shown" NOT NULL DEFAULT 'organization';

-- AlterTable
ALTER TABLE "Mandate" ADD COLUMN     "authorizedByFr" TEXT,
ADD COLUMN     "grantedById" UUID,
ADD COLUMN     "instrumentFr" TEXT,
ADD COLUMN     "selfAuthorized" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "PositionStep" ADD COLUMN     "selfAuthorized" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "invitedById" UUID NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "tokenHash" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonalView" (
    "personId" UUID NOT NULL,
    "propositionId" UUID NOT NULL,
    "stance" "Stance" NOT NULL,
    "note" TEXT,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PersonalView_pkey" PRIMARY KEY ("personId","propositionId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_expiresAt_idx" ON "Invitation"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_organizationId_email_key" ON "Invitation"("organizationId", "email");

-- CreateIndex
CREATE INDEX "PersonalView_propositionId_idx" ON "PersonalView"("propositionId");

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonalView" ADD CONSTRAINT "PersonalView_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonalView" ADD CONSTRAINT "PersonalView_propositionId_fkey" FOREIGN KEY ("propositionId") REFERENCES "Proposition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A mandate says what it is for.
ALTER TABLE "Mandate" ADD CONSTRAINT "a_mandate_gives_something" CHECK (cardinality("powers") > 0);
