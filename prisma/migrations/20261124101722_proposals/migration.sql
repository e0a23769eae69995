-- Trigrams find sentences that say nearly the same.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateEnum
CREATE TYPE "ProposalState" AS ENUM ('drafted', 'proposed', 'opened', 'merged', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "Parity" AS ENUM ('equal', 'pending', 'disputed');

-- CreateTable
CREATE TABLE "Proposal" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "themeId" UUID NOT NULL,
    "regimeArea" "RegimeArea" NOT NULL,
    "titleEn" TEXT,
    "titleFr" TEXT,
    "statementEn" TEXT,
    "statementFr" TEXT,
    "reasonEn" TEXT,
    "reasonFr" TEXT,
    "parity" "Parity" NOT NULL DEFAULT 'pending',
    "state" "ProposalState" NOT NULL DEFAULT 'drafted',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "proposedAt" TIMESTAMPTZ(3),
    "decidedAt" TIMESTAMPTZ(3),
    "answer" TEXT,
    "propositionId" UUID,

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Proposal_organizationId_idx" ON "Proposal"("organizationId");

-- CreateIndex
CREATE INDEX "Proposal_state_createdAt_idx" ON "Proposal"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Proposal_propositionId_idx" ON "Proposal"("propositionId");

-- CreateIndex
CREATE INDEX "Proposal_themeId_idx" ON "Proposal"("themeId");

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_propositionId_fkey" FOREIGN KEY ("propositionId") REFERENCES "Proposition"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What is looked through when a proposal is compared with the propositions there are.
CREATE INDEX "PropositionVersion_wordsEn_idx" ON "PropositionVersion" USING gin (("titleEn" || ' ' || "statementEn") gin_trgm_ops);
CREATE INDEX "PropositionVersion_wordsFr_idx" ON "PropositionVersion" USING gin (("titleFr" || ' ' || "statementFr") gin_trgm_ops);

-- A decision has its moment, and only a decision has; what it led to stands beside it.
ALTER TABLE "Proposal" ADD CONSTRAINT "a_decision_has_its_moment" CHECK (("state" IN ('drafted', 'proposed')) = ("decidedAt" IS NULL));
ALTER TABLE "Proposal" ADD CONSTRAINT "opened_or_merged_leads_somewhere" CHECK (("state" IN ('opened', 'merged')) = ("propositionId" IS NOT NULL));
