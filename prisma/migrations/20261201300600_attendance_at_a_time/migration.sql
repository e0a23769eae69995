-- Whoever said that they come said so of one time of the meeting: after another they are asked again.
ALTER TABLE "BriefingAttendance" ADD COLUMN "sequence" INTEGER NOT NULL DEFAULT 0;

UPDATE "BriefingAttendance" a SET "sequence" = b."sequence"
FROM "BriefingInvitee" i JOIN "Briefing" b ON b."id" = i."briefingId"
WHERE i."id" = a."inviteeId";
