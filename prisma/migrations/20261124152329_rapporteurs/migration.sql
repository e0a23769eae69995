-- CreateTable
CREATE TABLE "Rapporteur" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "occasionEn" TEXT,
    "occasionFr" TEXT,
    "firstOn" DATE NOT NULL,
    "lastOn" DATE NOT NULL,
    "namedAt" TIMESTAMPTZ(3) NOT NULL,
    "namedById" UUID NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,

    CONSTRAINT "Rapporteur_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Rapporteur_personId_idx" ON "Rapporteur"("personId");

-- CreateIndex
CREATE INDEX "Rapporteur_organizationId_idx" ON "Rapporteur"("organizationId");

-- CreateIndex
CREATE INDEX "Rapporteur_firstOn_idx" ON "Rapporteur"("firstOn");

-- AddForeignKey
ALTER TABLE "Rapporteur" ADD CONSTRAINT "Rapporteur_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rapporteur" ADD CONSTRAINT "Rapporteur_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a schema diff does not see.

ALTER TABLE "Rapporteur" ADD CONSTRAINT "occasion_has_a_name" CHECK (coalesce("occasionEn", "occasionFr") IS NOT NULL);
ALTER TABLE "Rapporteur" ADD CONSTRAINT "last_day_is_not_before_the_first" CHECK ("lastOn" >= "firstOn");
