-- CreateTable
CREATE TABLE "OrganizationText" (
    "organizationId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "changedById" UUID,
    "byToken" BOOLEAN NOT NULL DEFAULT false,
    "nameEn" TEXT NOT NULL,
    "nameFr" TEXT NOT NULL,
    "shortEn" TEXT NOT NULL,
    "shortFr" TEXT NOT NULL,
    "type" "OrganizationType" NOT NULL,
    "province" TEXT NOT NULL,
    "workingLanguage" TEXT NOT NULL,
    "mandateEn" TEXT NOT NULL,
    "mandateFr" TEXT NOT NULL,
    "website" TEXT,
    "listing" "Listing" NOT NULL,
    "signOffRuleEn" TEXT NOT NULL,
    "signOffRuleFr" TEXT NOT NULL,
    "signOffKind" "SignOffKind" NOT NULL,
    "signOffTypicalDays" INTEGER NOT NULL,
    "signOffAlternateEn" TEXT,
    "signOffAlternateFr" TEXT,

    CONSTRAINT "OrganizationText_pkey" PRIMARY KEY ("organizationId","version")
);

-- AddForeignKey
ALTER TABLE "OrganizationText" ADD CONSTRAINT "OrganizationText_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What a schema diff does not see.

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "OrganizationText" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "OrganizationText" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Two organizations never convene at once. The later of two terms was the one that counted until now: the earlier ends where it begins.
UPDATE "ConvenerTerm" AS term SET "until" = after."since"
FROM (SELECT "id", lead("since") OVER (ORDER BY "since", "id" DESC) AS "since" FROM "ConvenerTerm") AS after
WHERE after."id" = term."id" AND after."since" IS NOT NULL AND (term."until" IS NULL OR term."until" > after."since");
ALTER TABLE "ConvenerTerm" ADD CONSTRAINT "one_term_at_a_time" EXCLUDE USING gist (tstzrange("since", "until") WITH &&);
