-- AlterEnum
ALTER TYPE "StepKind" ADD VALUE 'restored';

-- CreateTable
CREATE TABLE "PositionImport" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "actorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "digest" TEXT NOT NULL,
    "drafts" INTEGER NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "PositionImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PositionImportRow" (
    "importId" UUID NOT NULL,
    "positionId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "draftBefore" INTEGER,
    "stateBefore" "DraftState",

    CONSTRAINT "PositionImportRow_pkey" PRIMARY KEY ("importId","positionId")
);

-- CreateTable
CREATE TABLE "ImportProgress" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "done" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ImportProgress_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PositionImport_organizationId_at_idx" ON "PositionImport"("organizationId", "at");

-- CreateIndex
CREATE INDEX "PositionImportRow_positionId_idx" ON "PositionImportRow"("positionId");

-- AddForeignKey
ALTER TABLE "PositionImport" ADD CONSTRAINT "PositionImport_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PositionImportRow" ADD CONSTRAINT "PositionImportRow_importId_fkey" FOREIGN KEY ("importId") REFERENCES "PositionImport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PositionImportRow" ADD CONSTRAINT "PositionImportRow_positionId_fkey" FOREIGN KEY ("positionId") REFERENCES "Position"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What an import wrote is told once. Of the import itself, only that it was undone is said later, and once.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "PositionImportRow" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "PositionImportRow" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE DELETE ON "PositionImport" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON "PositionImport" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE FUNCTION keep_import() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."undoneAt" IS NOT NULL OR to_jsonb(OLD) - 'undoneAt' <> to_jsonb(NEW) - 'undoneAt' THEN
    RAISE EXCEPTION 'what was imported stays told' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER import_stays BEFORE UPDATE ON "PositionImport" FOR EACH ROW EXECUTE FUNCTION keep_import();
