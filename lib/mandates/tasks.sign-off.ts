import "server-only";
import { db } from "@/lib/platform/db/client";
import type { Today } from "@/lib/platform/time/today";
import { addDays } from "@/lib/platform/time/working-days";
import type { TaskPage } from "@/lib/tasks/schema";
import { inForce } from "@/lib/viewer/read.mandates-in-force";
import { findConvening, mayAdminister, membershipsOf } from "@/lib/viewer/rules";
import type { Representation, Viewer } from "@/lib/viewer/schema";
import { signsFor } from "../organizations/policy.people";
import { organizationNameSelect, toOrganizationName } from "../organizations/read.select";
import { signaturesNeeded } from "../organizations/rules";
import { mayAgreeToRecovery } from "./policy.recovery";
import { findWaitingChangesIn } from "./read.changes";
import { readGrantContexts } from "./read.grant-context";
import { findSigners } from "./read.signers";
import { expiryAhead, lastDayOf } from "./rules.expiry";
import type { AgreementTask, SignOffTask } from "./schema.tasks";

/** What the lists below know of each organization; the number of statements does not grow with them. */
type World = { viewer: Viewer; moment: Today; signers: ReadonlyMap<string, ReadonlySet<string>>; contacts: Contacts };
type Contacts = ReadonlyMap<string, { contactId: string | null; restorable: boolean }>;

/** What waits at each of the viewer's member organizations in the matter of who signs for it, and how. */
export async function listSignOffTasks(viewer: Viewer, moment: Today): Promise<SignOffTask[]> {
  const members = membershipsOf(viewer);
  if (members.length === 0) return [];
  const ids = members.map((it) => it.organizationId);
  const [signers, contexts] = [await findSigners(db, ids, moment.now), await readGrantContexts(db, ids)];
  const of = (id: string) => new Set(signers.filter((it) => it.organizationId === id).map((it) => it.personId));
  const world: World = {
    ...{ viewer, moment },
    signers: new Map(ids.map((id) => [id, of(id)])),
    contacts: new Map(
      contexts.map((it) => [it.organizationId, { contactId: it.contactId, restorable: it.everSigned && !it.ofOne }]),
    ),
  };
  const found = await Promise.all([
    listChangesToConfirm(world, members),
    listEnding(world, members),
    listMissing(world, members),
  ]);
  return found.flat();
}

async function listChangesToConfirm({ viewer, moment }: World, members: readonly Representation[]) {
  const signing = members.filter((it) => signsFor(viewer, it.organizationId));
  const ids = signing.map((it) => it.organizationId);
  const waiting = await findWaitingChangesIn(db, viewer, ids, moment.now);
  return waiting.flatMap(({ organizationId, change }): SignOffTask[] => {
    if (!change.viewer.mayConfirm) return [];
    const { id, kind, proposedBy, proposedAt } = change;
    const slug = signing.find((it) => it.organizationId === organizationId)?.slug ?? "";
    return [
      {
        ...{ noun: "mandates", kind: "change", organization: slug, thing: id, version: 1 },
        ...{ day: null, person: null, facts: { kind, proposedBy, proposedAt } },
      },
    ];
  });
}

/** For those who sign, who can give another mandate; for the contact where too few would be left. */
async function listEnding({ viewer, moment, signers, contacts }: World, members: readonly Representation[]) {
  const { now, today, timeZone } = moment;
  const ahead = new Date(Date.parse(addDays(today, expiryAhead + 2)));
  const rows = await db.mandate.findMany({
    where: {
      organizationId: { in: members.map((it) => it.organizationId) },
      powers: { has: "sign_off" },
      AND: [inForce(now), { expiresAt: { lte: ahead } }],
    },
    orderBy: [{ expiresAt: "asc" }, { id: "asc" }],
    select: { id: true, organizationId: true, personId: true, expiresAt: true, person: { select: { name: true } } },
  });
  const going = await findSigners(db, [...new Set(rows.map((it) => it.organizationId))], ahead);
  return rows.flatMap(({ id, organizationId, personId, expiresAt, person }): SignOffTask[] => {
    const organization = members.find((it) => it.organizationId === organizationId);
    if (!organization || !expiresAt || !signers.get(organizationId)?.has(personId)) return [];
    const lastDay = lastDayOf(expiresAt, timeZone);
    const left = new Set(going.filter((it) => it.organizationId === organizationId).map((it) => it.personId));
    // Somebody who has another mandate that goes on loses nothing.
    if (left.has(personId) || lastDay > addDays(today, expiryAhead)) return [];
    const last = left.size < signaturesNeeded(organization.signOffKind);
    const concerns =
      signsFor(viewer, organizationId) || (last && contacts.get(organizationId)?.contactId === viewer.personId);
    const facts = { person: person.name, self: personId === viewer.personId, lastDay, last };
    const key = { noun: "mandates", kind: "ending", organization: organization.slug, thing: id, version: 1 } as const;
    return concerns ? [{ ...key, day: lastDay, person: null, facts }] : [];
  });
}

/** Too few sign: for the contact, that they can begin; for everybody of it, what is under way. */
async function listMissing({ viewer, moment, signers, contacts }: World, members: readonly Representation[]) {
  const missing = members.filter(
    ({ organizationId: id, signOffKind }) =>
      contacts.get(id)?.restorable && (signers.get(id)?.size ?? 0) < signaturesNeeded(signOffKind),
  );
  const open = await db.signatoryRecovery.findMany({
    where: { organizationId: { in: missing.map((it) => it.organizationId) }, outcome: null },
    include: { nominee: { select: { name: true } } },
  });
  return missing.flatMap(({ organizationId, slug, signOffKind }): SignOffTask[] => {
    const current = open.find((it) => it.organizationId === organizationId);
    const isContact = contacts.get(organizationId)?.contactId === viewer.personId;
    const key = { noun: "mandates", organization: slug, version: 1, person: null } as const;
    if (!current && isContact)
      return [{ ...key, kind: "missing", thing: slug, day: null, facts: { needed: signaturesNeeded(signOffKind) } }];
    if (!current || current.askedById === viewer.personId) return [];
    const day = current.effectiveAt ? lastDayOf(current.effectiveAt, moment.timeZone) : null;
    const state = current.announcedAt ? ("announced" as const) : ("requested" as const);
    return [{ ...key, kind: "recovery", thing: current.id, day, facts: { nominee: current.nominee.name, state } }];
  });
}

/** For an administrator, and for whoever exercises the convener's term: those who put themselves forward. */
export async function listAgreementTasks(viewer: Viewer, limit: number): Promise<TaskPage<AgreementTask>> {
  if (!mayAdminister(viewer) && !findConvening(viewer)) return { total: 0, items: [] };
  const rows = await db.signatoryRecovery.findMany({
    where: { outcome: null, announcedAt: null },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    take: limit,
    include: { organization: { select: organizationNameSelect } },
  });
  const items = rows
    .filter((row) => mayAgreeToRecovery(viewer, row))
    .map(
      ({ id, organization, askedAt }): AgreementTask => ({
        ...{ noun: "mandates", kind: "agree", organization: organization.slug, thing: id, version: 1 },
        ...{ day: null, person: null },
        facts: { organization: toOrganizationName(organization), askedAt: askedAt.toISOString() },
      }),
    );
  return { total: items.length, items };
}
