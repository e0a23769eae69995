-- CreateEnum
CREATE TYPE "AdmissionDecision" AS ENUM ('apply', 'admit', 'refuse', 'suspend', 'leave', 'return');

-- CreateEnum
CREATE TYPE "HandoverAnswer" AS ENUM ('accepted', 'declined', 'withdrawn');

-- AlterEnum
ALTER TYPE "OrganizationStatus" ADD VALUE 'refused';

-- AlterEnum
ALTER TYPE "OrganizationType" ADD VALUE 'other';

-- AlterTable
ALTER TABLE "ConvenerTerm" ADD COLUMN     "scopeEn" TEXT,
ADD COLUMN     "scopeFr" TEXT;

-- AlterTable
ALTER TABLE "Organization" ADD COLUMN     "contactId" UUID,
ADD COLUMN     "signOffAlternateEn" TEXT,
ADD COLUMN     "signOffAlternateFr" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "website" TEXT;

-- CreateTable
CREATE TABLE "OrganizationStep" (
    "organizationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "decision" "AdmissionDecision" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "from" "OrganizationStatus",
    "to" "OrganizationStatus" NOT NULL,
    "actorId" UUID,
    "byToken" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT,
    "mandatesEnded" INTEGER NOT NULL DEFAULT 0,
    "positionsMoved" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "OrganizationStep_pkey" PRIMARY KEY ("organizationId","number")
);

-- CreateTable
CREATE TABLE "Application" (
    "id" UUID NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameFr" TEXT NOT NULL,
    "type" "OrganizationType" NOT NULL,
    "province" TEXT NOT NULL,
    "workingLanguage" TEXT NOT NULL,
    "mandateEn" TEXT NOT NULL,
    "mandateFr" TEXT NOT NULL,
    "website" TEXT,
    "contactName" TEXT NOT NULL,
    "contactEmail" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tokenHash" TEXT,
    "tokenExpiresAt" TIMESTAMPTZ(3),
    "confirmedAt" TIMESTAMPTZ(3),
    "organizationId" UUID,

    CONSTRAINT "Application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConvenerHandover" (
    "id" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "scopeEn" TEXT,
    "scopeFr" TEXT,
    "until" TIMESTAMPTZ(3),
    "offeredAt" TIMESTAMPTZ(3) NOT NULL,
    "offeredById" UUID NOT NULL,
    "answer" "HandoverAnswer",
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" UUID,
    "newTermId" UUID,

    CONSTRAINT "ConvenerHandover_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OrganizationStep_at_idx" ON "OrganizationStep"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Application_tokenHash_key" ON "Application"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Application_organizationId_key" ON "Application"("organizationId");

-- CreateIndex
CREATE INDEX "Application_confirmedAt_createdAt_idx" ON "Application"("confirmedAt", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ConvenerHandover_newTermId_key" ON "ConvenerHandover"("newTermId");

-- CreateIndex
CREATE INDEX "ConvenerHandover_termId_idx" ON "ConvenerHandover"("termId");

-- CreateIndex
CREATE INDEX "ConvenerHandover_organizationId_idx" ON "ConvenerHandover"("organizationId");

-- CreateIndex
CREATE INDEX "Organization_contactId_idx" ON "Organization"("contactId");

-- AddForeignKey
ALTER TABLE "Organization" ADD CONSTRAINT "Organization_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganizationStep" ADD CONSTRAINT "OrganizationStep_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConvenerHandover" ADD CONSTRAINT "ConvenerHandover_termId_fkey" FOREIGN KEY ("termId") REFERENCES "ConvenerTerm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConvenerHandover" ADD CONSTRAINT "ConvenerHandover_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConvenerHandover" ADD CONSTRAINT "ConvenerHandover_newTermId_fkey" FOREIGN KEY ("newTermId") REFERENCES "ConvenerTerm"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- What a schema diff does not see.

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "OrganizationStep" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "OrganizationStep" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- One offer of a term at a time, and an answer has its moment.
CREATE UNIQUE INDEX "one_open_offer" ON "ConvenerHandover" ("termId") WHERE "answer" IS NULL;
ALTER TABLE "ConvenerHandover" ADD CONSTRAINT "an_answer_has_a_date" CHECK (("answer" IS NULL) = ("answeredAt" IS NULL));
ALTER TABLE "ConvenerTerm" ADD CONSTRAINT "a_term_runs_forward" CHECK ("until" IS NULL OR "until" >= "since");
ALTER TABLE "Application" ADD CONSTRAINT "a_link_ends" CHECK (("tokenHash" IS NULL) = ("tokenExpiresAt" IS NULL));

-- Names that are near to one another: no accents, no case, no small words, common abbreviations written out.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;

CREATE FUNCTION name_key(name text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  words text := ' ' || regexp_replace(lower(public.unaccent('public.unaccent', name)), '[^[:alnum:]]+', ' ', 'g') || ' ';
  pair text[];
BEGIN
  words := regexp_replace(words, '\m(the|of|for|and|a|an|on|in|de|du|des|la|le|les|l|d|et|pour|en|au|aux|un|une|sur|inc|ltd|ltee)\M', ' ', 'g');
  FOREACH pair SLICE 1 IN ARRAY ARRAY[
    ['intl', 'international'], ['int', 'international'], ['natl', 'national'], ['nat', 'national'], ['cdn', 'canadian'],
    ['assoc', 'association'], ['assn', 'association'], ['ass', 'association'], ['org', 'organization'], ['organisation', 'organization'],
    ['ctr', 'centre'], ['center', 'centre'], ['cttee', 'committee'], ['univ', 'university'], ['inst', 'institute'],
    ['fdn', 'foundation'], ['soc', 'society'], ['fed', 'federation'], ['dev', 'development'], ['coop', 'cooperation'],
    ['st', 'saint'], ['ste', 'sainte'], ['qc', 'quebec']] LOOP
    words := regexp_replace(words, '\m' || pair[1] || '\M', pair[2], 'g');
  END LOOP;
  RETURN NULLIF(btrim(regexp_replace(words, '\s+', ' ', 'g')), '');
END $$;

CREATE FUNCTION name_initials(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT NULLIF(string_agg(left(word, 1), '' ORDER BY place), '')
  FROM regexp_split_to_table(public.name_key(name), '\s') WITH ORDINALITY AS part (word, place)
$$;

CREATE INDEX "Organization_nameEn_key" ON "Organization" USING gin (name_key("nameEn") gin_trgm_ops);
CREATE INDEX "Organization_nameFr_key" ON "Organization" USING gin (name_key("nameFr") gin_trgm_ops);
CREATE INDEX "Organization_shortEn_key" ON "Organization" (name_key("shortEn"));
CREATE INDEX "Organization_shortFr_key" ON "Organization" (name_key("shortFr"));
CREATE INDEX "Organization_nameEn_initials" ON "Organization" (name_initials("nameEn"));
CREATE INDEX "Organization_nameFr_initials" ON "Organization" (name_initials("nameFr"));
