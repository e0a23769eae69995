-- DropTable
DROP TABLE "ConcealedStance";

-- CreateTable
CREATE TABLE "ConcealedTheme" (
    "themeId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "audience" "Visibility" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "ConcealedTheme_pkey" PRIMARY KEY ("themeId","organizationId","audience","since")
);

-- CreateIndex
CREATE INDEX "ConcealedTheme_audience_themeId_until_idx" ON "ConcealedTheme"("audience", "themeId", "until");

-- CreateIndex
CREATE INDEX "ConcealedTheme_organizationId_idx" ON "ConcealedTheme"("organizationId");

-- AddForeignKey
ALTER TABLE "ConcealedTheme" ADD CONSTRAINT "ConcealedTheme_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConcealedTheme" ADD CONSTRAINT "ConcealedTheme_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was withdrawn is read by its own people alone, as what was narrowed is.
UPDATE "PositionRevision" r SET "visibility" = 'organization'
WHERE r."visibility" <> 'organization' AND EXISTS (
  SELECT FROM "PositionStep" s WHERE s."positionId" = r."positionId" AND s."kind" = 'withdrawn' AND r."signedOffAt" <= s."at");

-- Nobody has looked by the new rule yet: until somebody does, it is unknown.
UPDATE "Network" SET "concealedAt" = NULL;
