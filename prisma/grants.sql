-- What the running app may do. Applied after the migrations, each time and as a whole; `:app` is the app's role.
-- The tables belong to another role: the app reads and writes rows, it does not change what the tables are.

REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM :app;
GRANT USAGE ON SCHEMA public TO :app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO :app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO :app;

-- The history of the schema is the migration runner's.
REVOKE INSERT, UPDATE, DELETE ON public._prisma_migrations FROM :app;

-- Append-only tables: what was said stays said. One line per table; where a row is closed or erased by its own
-- columns later, those columns alone are given back.
REVOKE UPDATE, DELETE ON public."Activity" FROM :app;
REVOKE UPDATE, DELETE ON public."PropositionVersion" FROM :app;
REVOKE UPDATE, DELETE ON public."PositionStep" FROM :app;
REVOKE UPDATE, DELETE ON public."PositionRevision" FROM :app;
GRANT UPDATE ("visibility", "signedOffAt", "stoodUntil") ON public."PositionRevision" TO :app;
REVOKE UPDATE, DELETE ON public."OrganizationStep" FROM :app;
REVOKE UPDATE, DELETE ON public."OrganizationText" FROM :app;
REVOKE UPDATE, DELETE ON public."PositionImport" FROM :app;
GRANT UPDATE ("undoneAt") ON public."PositionImport" TO :app;
REVOKE UPDATE, DELETE ON public."PositionImportRow" FROM :app;
REVOKE UPDATE ON public."Study" FROM :app;
GRANT UPDATE ("state", "done") ON public."Study" TO :app;
REVOKE UPDATE ON public."StudyStatement" FROM :app;
REVOKE UPDATE ON public."StudyBallots" FROM :app;
REVOKE UPDATE, DELETE ON public."ProposalStep" FROM :app;
REVOKE UPDATE, DELETE ON public."JoinStep" FROM :app;
GRANT UPDATE ("visibility") ON public."JoinStep" TO :app;
REVOKE UPDATE, DELETE ON public."ExplanationStep" FROM :app;
GRANT UPDATE ("visibility") ON public."ExplanationStep" TO :app;
REVOKE UPDATE, DELETE ON public."Rapporteur" FROM :app;
GRANT UPDATE ("endedAt", "endedById") ON public."Rapporteur" TO :app;

-- Salts are given and taken by the triggers that note what was touched; and a row of the record is written by `record_activity` alone.
REVOKE INSERT, UPDATE, DELETE ON public."RowSalt" FROM :app;
REVOKE INSERT ON public."Activity" FROM :app;

-- A mandate is given and ended. It is not reworded, and goes with nobody: who somebody was is taken away by who owns the tables.
REVOKE UPDATE, DELETE ON public."Mandate" FROM :app;
GRANT UPDATE ("revokedAt") ON public."Mandate" TO :app;
REVOKE UPDATE, DELETE ON public."MandateTheme" FROM :app;
REVOKE DELETE ON public."Person" FROM :app;
REVOKE DELETE ON public."Position" FROM :app;
REVOKE UPDATE, DELETE ON public."SignOffChange" FROM :app;
GRANT UPDATE ("answer", "answeredAt", "answeredById", "mandateId") ON public."SignOffChange" TO :app;
REVOKE UPDATE, DELETE ON public."SignatoryRecovery" FROM :app;
GRANT UPDATE ("administratorId", "convenerId", "announcedAt", "effectiveAt", "outcome", "endedAt", "endedById", "mandateId")
  ON public."SignatoryRecovery" TO :app;
REVOKE UPDATE, DELETE ON public."TalkingPointStep" FROM :app;
REVOKE UPDATE, DELETE ON public."TalkingPointVersion" FROM :app;
REVOKE UPDATE, DELETE ON public."TalkingPointTheme" FROM :app;
REVOKE UPDATE, DELETE ON public."TalkingPointProposition" FROM :app;
REVOKE UPDATE, DELETE ON public."TalkingPointClause" FROM :app;
REVOKE UPDATE, DELETE ON public."TalkingPointParity" FROM :app;
REVOKE UPDATE, DELETE ON public."VersionContest" FROM :app;
REVOKE UPDATE, DELETE ON public."EndorsementStep" FROM :app;
REVOKE UPDATE, DELETE ON public."ReservationJoin" FROM :app;
REVOKE UPDATE, DELETE ON public."AmendmentStep" FROM :app;
REVOKE UPDATE, DELETE ON public."TalkingPointComment" FROM :app;
REVOKE UPDATE, DELETE ON public."TalkingPointCommentStep" FROM :app;
REVOKE UPDATE, DELETE ON public."ClauseMark" FROM :app;
REVOKE UPDATE, DELETE ON public."RedLineNote" FROM :app;
REVOKE UPDATE, DELETE ON public."RoundObjection" FROM :app;
REVOKE UPDATE, DELETE ON public."RoundStep" FROM :app;
REVOKE DELETE ON public."NoObjectionRound" FROM :app;

-- What became of a meeting stays. A meeting, and a date that was offered, are never deleted.
REVOKE UPDATE, DELETE ON public."BriefingStep" FROM :app;
REVOKE DELETE ON public."Briefing" FROM :app;
REVOKE DELETE ON public."DateOption" FROM :app;

-- A file is kept as it came; its content may go, and that there was such a file stays.
REVOKE UPDATE ON public."FilePiece" FROM :app;
REVOKE UPDATE, DELETE ON public."StoredFile" FROM :app;
REVOKE UPDATE, DELETE ON public."BriefingPaper" FROM :app;
GRANT UPDATE ("withdrawnAt") ON public."BriefingPaper" TO :app;
REVOKE UPDATE, DELETE ON public."OfficeHolder" FROM :app;
GRANT UPDATE ("name", "lastOn", "erasedAt") ON public."OfficeHolder" TO :app;
