-- CreateEnum
CREATE TYPE "ProposalAct" AS ENUM ('drafted', 'proposed', 'changed', 'judged', 'withdrawn', 'opened', 'merged', 'declined');

-- CreateTable
CREATE TABLE "ProposalStep" (
    "proposalId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "act" "ProposalAct" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID NOT NULL,
    "byToken" BOOLEAN NOT NULL DEFAULT false,
    "parity" "Parity" NOT NULL,
    "titleEn" TEXT,
    "titleFr" TEXT,
    "statementEn" TEXT,
    "statementFr" TEXT,
    "reasonEn" TEXT,
    "reasonFr" TEXT,
    "note" TEXT,

    CONSTRAINT "ProposalStep_pkey" PRIMARY KEY ("proposalId","number")
);

-- AddForeignKey
ALTER TABLE "ProposalStep" ADD CONSTRAINT "ProposalStep_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was there before is kept as it is now, under whoever wrote it.
INSERT INTO "ProposalStep" ("proposalId", "number", "act", "at", "actorId", "parity", "titleEn", "titleFr", "statementEn", "statementFr", "reasonEn", "reasonFr")
SELECT "id", "version", "state"::text::"ProposalAct", coalesce("decidedAt", "proposedAt", "createdAt"), "authorId", "parity",
  "titleEn", "titleFr", "statementEn", "statementFr", "reasonEn", "reasonFr" FROM "Proposal";

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ProposalStep" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "ProposalStep" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What the network reads was proposed to it: a draft that is withdrawn never was.
ALTER TABLE "Proposal" ADD CONSTRAINT "what_waits_was_proposed" CHECK ("proposedAt" IS NOT NULL OR "state" IN ('drafted', 'withdrawn'));
