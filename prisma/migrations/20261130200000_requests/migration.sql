-- CreateTable
CREATE TABLE "MandateRequest" (
    "personId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MandateRequest_pkey" PRIMARY KEY ("personId","organizationId")
);

-- CreateTable
CREATE TABLE "ConfirmationRequest" (
    "positionId" UUID NOT NULL,
    "reviewBy" DATE NOT NULL,
    "signatoryId" UUID NOT NULL,
    "requestedById" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ConfirmationRequest_pkey" PRIMARY KEY ("positionId","reviewBy","signatoryId")
);

-- CreateIndex
CREATE INDEX "MandateRequest_organizationId_idx" ON "MandateRequest"("organizationId");

-- AddForeignKey
ALTER TABLE "MandateRequest" ADD CONSTRAINT "MandateRequest_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MandateRequest" ADD CONSTRAINT "MandateRequest_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConfirmationRequest" ADD CONSTRAINT "ConfirmationRequest_positionId_fkey" FOREIGN KEY ("positionId") REFERENCES "Position"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
