-- A draft that was begun before drafts kept their sign-off rule keeps the one of this day from now on, and not of the day on
-- which it is next written: the trigger sets it, as for every draft that has none.
UPDATE "Position" SET "draft" = "draft" WHERE "draft" IS NOT NULL AND "draftSignOffKind" IS NULL;

-- An application that was taken back and counted as a departure kept the address and the code made of its name. Like the others
-- that were never admitted it goes by its application, and the names are free.
UPDATE "Organization" organization
SET "formerSlug" = organization."slug", "slug" = 'application-' || gone."application",
  "code" = 'w' || lpad(to_hex(gone."number"), 5, '0')
FROM (
  SELECT leaving."id", application."id" AS "application", row_number() OVER (ORDER BY random()) AS "number"
  FROM "Organization" leaving
  JOIN "Application" application ON application."organizationId" = leaving."id"
  WHERE leaving."status" = 'left' AND leaving."slug" NOT LIKE 'application-%'
    AND NOT EXISTS (
      SELECT FROM "OrganizationStep" step WHERE step."organizationId" = leaving."id" AND step."to" IN ('member', 'observer')
    )
) gone
WHERE gone."id" = organization."id";
