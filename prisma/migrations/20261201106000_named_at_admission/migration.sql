-- Addresses and codes of applications that wait were made unlike those that are taken, and so told who takes part. Until an
-- organization is admitted for the first time it goes by its application and by a code that says nothing.
UPDATE "Organization" organization
SET "slug" = 'application-' || waiting."application", "code" = 'q' || lpad(to_hex(waiting."number"), 5, '0')
FROM (
  SELECT applying."id", application."id" AS "application", row_number() OVER (ORDER BY random()) AS "number"
  FROM "Organization" applying
  JOIN "Application" application ON application."organizationId" = applying."id"
  WHERE applying."status" IN ('applied', 'refused')
    AND NOT EXISTS (
      SELECT FROM "OrganizationStep" step WHERE step."organizationId" = applying."id" AND step."to" IN ('member', 'observer')
    )
) waiting
WHERE waiting."id" = organization."id";
