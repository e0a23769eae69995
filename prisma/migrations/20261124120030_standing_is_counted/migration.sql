-- What stands is copied beside the position, so that who holds what is counted from one index, without the words.
ALTER TABLE "Position" ADD COLUMN "standingStance" "Stance",
ADD COLUMN "standingVisibility" "Visibility",
ADD COLUMN "standingWording" INTEGER;

-- The copy is the database's own: whatever a writer says of these columns is passed over.
CREATE FUNCTION copy_standing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT r."stance", r."visibility", r."propositionVersion"
    INTO NEW."standingStance", NEW."standingVisibility", NEW."standingWording"
    FROM "PositionRevision" r WHERE r."positionId" = NEW."id" AND r."number" = NEW."standing";
  RETURN NEW;
END $$;
CREATE TRIGGER standing_is_copied BEFORE INSERT OR UPDATE ON "Position" FOR EACH ROW EXECUTE FUNCTION copy_standing();

-- Narrowing and widening change a text that stands; and a text may be written after the position that it stands for.
CREATE FUNCTION pass_on_standing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Position" SET "standing" = "standing" WHERE "id" = NEW."positionId" AND "standing" = NEW."number";
  RETURN NULL;
END $$;
CREATE TRIGGER standing_is_passed_on AFTER INSERT OR UPDATE OF "visibility" ON "PositionRevision"
  FOR EACH ROW EXECUTE FUNCTION pass_on_standing();

UPDATE "Position" SET "standing" = "standing" WHERE "standing" IS NOT NULL;

DROP INDEX "Position_propositionId_idx";
CREATE INDEX "Position_standing_idx" ON "Position"("propositionId", "standingVisibility", "standingStance", "standingWording", "organizationId", "id");
