-- In which language the mail is that brings a private link, and the page behind it.
ALTER TABLE "DateLink" ADD COLUMN "language" TEXT NOT NULL DEFAULT 'en';
ALTER TABLE "DateLink" ADD CONSTRAINT "one_of_two_languages" CHECK ("language" IN ('en', 'fr'));
