import type { Client } from "pg";

/** A column that can hold words, and what of its rows an erasure may change. */
export type Column = {
  table: string;
  column: string;
  /** SQL for the organization whose row it is, of the row `t`; null where rows are nobody's or one person's. */
  owner: string | null;
  /** SQL for when it was written, of the row `t`. */
  since: string | null;
  /** Stays as it is even in the person's own organizations: words of record, or not a plain text. */
  stays: boolean;
  /** Append-only for everybody. */
  kept: boolean;
  /** Names in a list that everybody reads and no organization owns: each goes whole, and only where the operator says so. */
  listed: boolean;
  /** Whether its texts may be shown to the operator: what one person wrote for themselves is counted only. */
  shown: boolean;
};

/** On whose authority somebody acted: it may name a person, and then names them no more. */
export const authority = /^(authorizedBy|instrument)(Fr)?$/;
/**
 * What organizations are called and say of themselves, what they propose, what the report says, and the record. Steps keep
 * the same words, and what stands has to be what the steps say: an organization words them anew, by a step.
 */
const reportedTables =
  /^(Activity|Organization|Proposal|Person|Network|Theme|Proposition|PropositionVersion|Recommendation|TimelineEvent|Erratum|LibraryItem|GlossaryTerm|Dilemma|ReportActor|IdentityProvider|ProviderDomain|_prisma_migrations)$/;

const ofPosition = `(SELECT "organizationId" FROM "Position" WHERE "id" = t."positionId")`;
const ofProposal = `(SELECT "organizationId" FROM "Proposal" WHERE "id" = t."proposalId")`;
/** Whom an organization sends to a meeting, and where its link went. An office that is asked is nobody's. */
const ofInvitee = `(SELECT "organizationId" FROM "BriefingInvitee" WHERE "id" = t."inviteeId")`;
/** An offer is worded by who offers; its organization is the one that it is made to. */
const byName: Record<string, string> = {
  Organization: `t."id"`,
  ConvenerHandover: `(SELECT "organizationId" FROM "ConvenerTerm" WHERE "id" = t."termId")`,
};

function ownerOf(table: string, columns: ReadonlySet<string>): string | null {
  if (byName[table]) return byName[table];
  if (columns.has("organizationId")) return `t."organizationId"`;
  if (columns.has("positionId")) return ofPosition;
  if (columns.has("inviteeId")) return ofInvitee;
  return columns.has("proposalId") ? ofProposal : null;
}

const moments = ["at", "validFrom", "createdAt", "namedAt", "offeredAt", "proposedAt", "askedAt", "since"];

function sinceOf(columns: ReadonlySet<string>): string | null {
  const found = moments.find((it) => columns.has(it));
  return found ? `t."${found}"` : null;
}

/** Those who hold an office have no account as a rule: it may be a namesake. */
const listedNames = /^OfficeHolder\.name$/;

/** What the record keeps of rows: keys and digests, never a word. */
const digestColumns = /^(RowSalt\.|Activity\.rows$)/;

type Found = { table: string; columns: string[]; words: { name: string; type: string }[]; kept: boolean };

/** Every column that can hold words, there is or will be. */
export async function readColumns(client: Client): Promise<Column[]> {
  const { rows } = await client.query<Found>(
    `SELECT c.table_name AS table, array_agg(c.column_name::text) AS columns,
       json_agg(json_build_object('name', c.column_name, 'type', c.data_type) ORDER BY c.column_name)
         FILTER (WHERE c.is_generated = 'NEVER' AND c.data_type IN ('text', 'json', 'jsonb', 'ARRAY')
           AND NOT (c.data_type = 'ARRAY' AND c.column_name IN ('powers', 'themes'))) AS words,
       EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = format('public.%I', c.table_name)::regclass
         AND (g.tgname LIKE 'append_only%' OR g.tgname = 'words_stay')) AS kept
     FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE t.table_type = 'BASE TABLE' AND c.table_schema = 'public' GROUP BY c.table_name ORDER BY c.table_name`,
  );
  return rows.flatMap(({ table, columns, words, kept }) => {
    const names = new Set(columns);
    const owner = ownerOf(table, names);
    const named = (words ?? []).filter(({ name }) => !digestColumns.test(`${table}.${name}`));
    return named.map(({ name, type }) => ({
      table,
      column: name,
      owner,
      since: sinceOf(names),
      stays: type !== "text" || reportedTables.test(table) || (kept && !authority.test(name)),
      kept,
      listed: listedNames.test(`${table}.${name}`),
      shown: owner !== null,
    }));
  });
}

/** Every organization that the person acts or acted for, by what says so and by what they did. */
export async function readOwnOrganizations(client: Client, { id, email }: { id: string; email: string }) {
  const { rows } = await client.query<{ id: string; nameEn: string }>(
    `SELECT "id", "nameEn" FROM "Organization" WHERE "id" IN (
       SELECT "organizationId" FROM "Representation" WHERE "personId" = $1
       UNION SELECT "organizationId" FROM "Mandate" WHERE "personId" = $1
       UNION SELECT "organizationId" FROM "Rapporteur" WHERE "personId" = $1
       UNION SELECT "organizationId" FROM "ConvenerTerm" term JOIN "ConvenerPerson" it ON it."termId" = term."id"
         WHERE it."personId" = $1
       UNION SELECT "id" FROM "Organization" WHERE "contactId" = $1
       UNION SELECT "organizationId" FROM "Application" WHERE "contactEmail" = $2 AND "confirmedAt" IS NOT NULL
       UNION SELECT "organizationId" FROM "Position" JOIN "PositionStep" step ON step."positionId" = "id"
         WHERE step."actorId" = $1
       UNION SELECT "organizationId" FROM "Position" JOIN "ExplanationStep" step ON step."positionId" = "id"
         WHERE step."actorId" = $1
       UNION SELECT "organizationId" FROM "JoinStep" WHERE "actorId" = $1
       UNION SELECT "organizationId" FROM "Proposal" WHERE "authorId" = $1)
     ORDER BY "nameEn", "id"`,
    [id, email],
  );
  return rows;
}
