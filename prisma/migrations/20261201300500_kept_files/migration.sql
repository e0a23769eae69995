-- A piece of a file is never another; with its file it may go, which no append-only table knows.
DROP TRIGGER append_only ON "FilePiece";
CREATE TRIGGER pieces_stay BEFORE UPDATE ON "FilePiece" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A file holds something, and no more than one file may.
ALTER TABLE "StoredFile" ADD CONSTRAINT "holds_something" CHECK ("bytes" BETWEEN 1 AND 10000000);
ALTER TABLE "BriefingPaper" ADD CONSTRAINT "has_a_title" CHECK ("titleEn" IS NOT NULL OR "titleFr" IS NOT NULL);
ALTER TABLE "BriefingPaper" ADD CONSTRAINT "written_in_languages"
  CHECK (cardinality("languages") > 0 AND "languages" <@ ARRAY['en', 'fr']);
-- Of a holder whose name was erased the days stay, and nothing else.
ALTER TABLE "OfficeHolder" ADD CONSTRAINT "named_until_erased" CHECK (("name" IS NULL) = ("erasedAt" IS NOT NULL));
-- A check names who looked and on which day, or there is none.
ALTER TABLE "Office" ADD CONSTRAINT "checked_by_another" CHECK ("checkedByPersonId" IS DISTINCT FROM "writtenByPersonId" OR "checkedByPersonId" IS NULL);
