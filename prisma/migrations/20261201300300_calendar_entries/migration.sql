-- Under which entry a mail put a meeting into somebody's calendar, so that it can be taken out again when another date is chosen.
ALTER TABLE "BriefingMail" ADD COLUMN "entryId" UUID;
