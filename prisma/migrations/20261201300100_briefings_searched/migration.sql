-- What is looked through, folded when it is written.
ALTER TABLE "Briefing" ADD COLUMN "folded" TEXT
  GENERATED ALWAYS AS (public.fold(coalesce("titleEn", '') || E'\n' || coalesce("titleFr", ''))) STORED;

-- Meetings that wait for a date, by the day they are due; and whatever happened or comes, by its end.
CREATE INDEX "Briefing_state_dueOn_idx" ON "Briefing"("state", "dueOn");
