-- What was proposed for a meeting may be left off it, with a reason for whoever proposed it.
ALTER TABLE "AgendaItem" ADD COLUMN "declinedAt" TIMESTAMPTZ(3),
  ADD COLUMN "declinedEn" TEXT,
  ADD COLUMN "declinedFr" TEXT;

ALTER TABLE "AgendaItem" ADD CONSTRAINT "declined_with_a_reason" CHECK (
  ("declinedAt" IS NOT NULL) = ("declinedEn" IS NOT NULL OR "declinedFr" IS NOT NULL)
  AND ("declinedAt" IS NULL OR ("number" IS NULL AND "proposedById" IS NOT NULL)));

-- Without a place it is only proposed.
ALTER TABLE "AgendaItem" ADD CONSTRAINT "in_order_or_proposed" CHECK ("number" IS NOT NULL OR "proposedById" IS NOT NULL);


-- Who saved an agenda is in no record: neither is the count of its savings, nor beside which of its items a paper lies.
SELECT cover_table('Briefing', exempt => '{agendaVersion}');
SELECT cover_table('BriefingPaper', exempt => '{itemId}');
