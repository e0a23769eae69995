/**
 * Every column that can hold words, and who may read them by the product's doors. `public`: anyone. `planted`: confidential, so
 * canary-world.ts plants a word there and says who may see it. `kept`: the machine's own bookkeeping, in which nobody writes.
 * A column that is in the database and not here fails the sweep: somebody has to decide.
 */
type Decision = "public" | "planted" | "kept";

/** The report and the sentences people take a stance on: whole tables that are for anyone. */
const publicTables = [
  "Dilemma",
  "Erratum",
  "GlossaryTerm",
  "LibraryItem",
  "Proposition",
  "PropositionVersion",
  "Recommendation",
  "ReportActor",
  "Theme",
  "TimelineEvent",
];

const decisions: Record<string, Decision> = {
  "AccessToken.name": "planted",
  "AccessToken.tokenHash": "planted",
  "Application.contactEmail": "planted",
  "Application.contactName": "planted",
  "Application.language": "planted",
  "Application.mandateEn": "planted",
  "Application.mandateFr": "planted",
  "Application.nameEn": "planted",
  "Application.nameFr": "planted",
  "Application.province": "planted",
  "Application.tokenHash": "planted",
  "Application.website": "planted",
  "Application.why": "planted",
  "Application.workingLanguage": "planted",
  "Activity.facts": "planted",
  "Activity.hash": "planted",
  "Activity.kind": "planted",
  "Activity.previousHash": "planted",
  "Activity.subject": "planted",
  "ConvenerHandover.scopeEn": "planted",
  "ConvenerHandover.scopeFr": "planted",
  "ConvenerTerm.scopeEn": "public",
  "ConvenerTerm.scopeFr": "public",
  "KeptAnswer.body": "planted",
  "KeptAnswer.bodyDigest": "planted",
  "KeptAnswer.headers": "planted",
  "KeptAnswer.key": "planted",
  "KeptAnswer.route": "planted",
  "Mandate.authorizedBy": "planted",
  "Mandate.instrument": "planted",
  "Mandate.powers": "kept",
  "Network.contentDigest": "planted",
  "Network.nameEn": "public",
  "Network.nameFr": "public",
  "Network.timeZone": "public",
  "Organization.code": "planted",
  "Organization.mandateEn": "planted",
  "Organization.mandateFr": "planted",
  "Organization.nameEn": "planted",
  "Organization.nameFr": "planted",
  "Organization.province": "planted",
  "Organization.shortEn": "planted",
  "Organization.shortFr": "planted",
  "Organization.signOffAlternateEn": "planted",
  "Organization.signOffAlternateFr": "planted",
  "Organization.signOffRuleEn": "planted",
  "Organization.signOffRuleFr": "planted",
  "Organization.slug": "planted",
  "Organization.website": "planted",
  "Organization.workingLanguage": "planted",
  "OrganizationStep.reason": "planted",
  "Person.email": "planted",
  "Person.language": "planted",
  "Person.name": "planted",
  "Person.timeZone": "planted",
  "PositionRevision.rationaleEn": "planted",
  "PositionRevision.rationaleFr": "planted",
  "PositionRevision.reservationEn": "planted",
  "PositionRevision.reservationFr": "planted",
  "PositionStep.authorizedBy": "planted",
  "PositionStep.instrument": "planted",
  "PositionStep.note": "planted",
  "RateWindow.key": "planted",
  "Session.tokenHash": "planted",
  "SignInLink.email": "planted",
  "SignInLink.tokenHash": "planted",
  "_prisma_migrations.checksum": "kept",
  "_prisma_migrations.id": "kept",
  "_prisma_migrations.logs": "kept",
  "_prisma_migrations.migration_name": "kept",
  "_private_job_queues.locked_by": "kept",
  "_private_job_queues.queue_name": "kept",
  "_private_jobs.flags": "kept",
  "_private_jobs.key": "planted",
  "_private_jobs.last_error": "planted",
  "_private_jobs.locked_by": "kept",
  "_private_jobs.payload": "planted",
  "_private_known_crontabs.identifier": "kept",
  "_private_tasks.identifier": "kept",
};

/** What was decided for a column, or null where nobody has decided yet. */
export const decisionFor = (table: string, column: string): Decision | null =>
  publicTables.includes(table) ? "public" : (decisions[`${table}.${column}`] ?? null);

export const plantedColumns = Object.entries(decisions)
  .filter(([, decision]) => decision === "planted")
  .map(([name]) => name);

export const decidedColumns = Object.keys(decisions);
