-- The next migration gives applications that wait other addresses. Links that were mailed with the former ones lead on.
-- AlterTable
ALTER TABLE "Organization" ADD COLUMN     "formerSlug" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Organization_formerSlug_key" ON "Organization"("formerSlug");

-- The same applications as there, and those that were taken back: a later migration names them anew as well.
UPDATE "Organization" applying SET "formerSlug" = applying."slug"
WHERE applying."status" IN ('applied', 'refused', 'left') AND applying."slug" NOT LIKE 'application-%'
  AND EXISTS (SELECT FROM "Application" application WHERE application."organizationId" = applying."id")
  AND NOT EXISTS (
    SELECT FROM "OrganizationStep" step WHERE step."organizationId" = applying."id" AND step."to" IN ('member', 'observer')
  );
