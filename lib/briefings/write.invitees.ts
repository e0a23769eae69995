import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { BadField } from "@/lib/platform/http/refusal";
import type { BriefingKind } from "./constants";
import type { Frame } from "./schema";

export type Invited = { organizationIds: string[]; officeIds: string[] };

/** Who is invited: the organizations that were named, else all members; offices to a meeting with a government alone. */
export async function findInvited(tx: Tx, kind: BriefingKind, given: Frame, earlier?: Invited): Promise<Invited> {
  const officeIds = given.offices ? await findOffices(tx, kind, given.offices) : (earlier?.officeIds ?? []);
  if (kind === "government" && officeIds.length === 0) throw new BadField("offices", "officeMissing");
  const organizationIds = given.organizations
    ? await findOrganizations(tx, given.organizations)
    : (earlier?.organizationIds ?? (await findMembers(tx)));
  return { organizationIds, officeIds };
}

const findMembers = async (tx: Tx) =>
  (await tx.organization.findMany({ where: { status: "member" }, select: { id: true } })).map(({ id }) => id);

export async function findOrganizations(tx: Tx, slugs: readonly string[]): Promise<string[]> {
  const found = await tx.organization.findMany({
    where: { slug: { in: [...slugs] }, status: { in: ["member", "observer"] } },
    select: { id: true, slug: true },
  });
  return idsOf("organizations", slugs, found);
}

async function findOffices(tx: Tx, kind: BriefingKind, slugs: readonly string[]): Promise<string[]> {
  if (kind !== "government" && slugs.length > 0) throw new BadField("offices", "officesToGovernmentAlone");
  const found = await tx.office.findMany({
    where: { slug: { in: [...slugs] }, closedAt: null },
    select: { id: true, slug: true },
  });
  return idsOf("offices", slugs, found);
}

function idsOf(field: string, slugs: readonly string[], found: readonly { id: string; slug: string }[]): string[] {
  const ids = new Map(found.map(({ id, slug }) => [slug, id]));
  return [
    ...new Set(
      slugs.map((slug, at) => {
        const id = ids.get(slug);
        if (!id) throw new BadField(`${field}.${at}`, "invalid");
        return id;
      }),
    ),
  ];
}

/** Whoever is not invited any more keeps their row, since answers belong to it; invited again, they have it back. */
export async function changeInvited(tx: Tx, briefingId: string, { organizationIds, officeIds }: Invited, now: Date) {
  const rows = await tx.briefingInvitee.findMany({ where: { briefingId } });
  const invited = new Set([...organizationIds, ...officeIds]);
  const known = (it: (typeof rows)[number]) => it.organizationId ?? it.officeId ?? "";
  const gone = rows.filter((it) => it.removedAt === null && !invited.has(known(it)));
  const back = rows.filter((it) => it.removedAt !== null && invited.has(known(it)));
  const there = new Set(rows.map(known));
  const fresh = [
    ...organizationIds.filter((id) => !there.has(id)).map((organizationId) => ({ briefingId, organizationId })),
    ...officeIds.filter((id) => !there.has(id)).map((officeId) => ({ briefingId, officeId })),
  ];
  if (gone.length > 0)
    await tx.briefingInvitee.updateMany({ where: { id: { in: gone.map(({ id }) => id) } }, data: { removedAt: now } });
  if (back.length > 0)
    await tx.briefingInvitee.updateMany({ where: { id: { in: back.map(({ id }) => id) } }, data: { removedAt: null } });
  if (fresh.length > 0) await tx.briefingInvitee.createMany({ data: fresh });
  return gone.length + back.length + fresh.length > 0;
}
