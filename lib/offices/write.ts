import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import type { Office } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { readToday } from "@/lib/platform/time/today";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import { draftingOrganizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { mayClose, mayWrite, readableBy, wroteTitle } from "./policy";
import { changedFields, institutionCode, needsCheck, officeObstacle, slugFor, toColumns } from "./rules";
import type { CheckInput, OfficeChange, OfficeInput } from "./schema";

/** Nobody reads a longer list of whom the network speaks to. */
const maxOffices = 500;

const institutionSelect = { slug: true, institution: true, institutionEn: true, institutionFr: true } as const;

/** The office as somebody is about to change it, held until the commit: found within what they may read, in the version they read. */
export async function lockOffice(tx: Tx, viewer: Viewer, slug: string, seen: number): Promise<Office> {
  await tx.$queryRaw`SELECT 1 FROM "Office" WHERE "slug" = ${slug} FOR UPDATE`;
  const found = await tx.office.findFirst({ where: { AND: [readableBy(viewer), { slug }] } });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchOffice");
  await lockRights(tx, viewer);
  if (found.version !== seen) throw new Refusal("PRECONDITION_FAILED", "changedMeanwhile", { current: found.version });
  return found;
}

export function requireWriter(viewer: Viewer, office?: Office) {
  if (!mayWrite(viewer)) throw new Refusal("FORBIDDEN", "onlyDrafters");
  const obstacle = office && officeObstacle(office);
  if (obstacle) throw new Refusal("CONFLICT", obstacle);
}

/** A new office, whose title nobody checked yet. */
export async function addOffice(viewer: Viewer, input: OfficeInput): Promise<string> {
  return transact(async (tx) => {
    requireWriter(viewer);
    await lockRights(tx, viewer);
    // Two who add at once would be given one address.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('offices'))`;
    const known = await tx.office.findMany({ select: institutionSelect });
    if (known.length >= maxOffices) throw new Refusal("CONFLICT", "tooManyOffices", { most: maxOffices });
    const { institution, title, function: work, contactAddress } = input;
    const slug = slugFor(
      title.en,
      known.map((it) => it.slug),
    );
    const { id } = await tx.office.create({
      data: {
        ...{ slug, institution: institutionCode(institution, known), contactAddress },
        ...{ institutionEn: institution.en, institutionFr: institution.fr, titleEn: title.en, titleFr: title.fr },
        ...{ functionEn: work.en, functionFr: work.fr, writtenByPersonId: viewer.personId },
      },
      select: { id: true },
    });
    await record(tx, "office.added", viewer, `office/${id}`);
    return slug;
  });
}

/** Other words for it. With another title it is unchecked again, and whoever wrote that does not check it. */
export async function changeOffice(viewer: Viewer, { slug, ...input }: OfficeChange, seen: number) {
  await transact(async (tx) => {
    const office = await lockOffice(tx, viewer, slug, seen);
    requireWriter(viewer, office);
    const columns = toColumns(input);
    const changed = changedFields(office, columns);
    if (changed.length === 0) return;
    const known = input.institution ? await tx.office.findMany({ select: institutionSelect }) : [];
    const unchecked = { checkedById: null, checkedOn: null, checkedByPersonId: null };
    await tx.office.update({
      where: { id: office.id },
      data: {
        ...columns,
        ...(input.institution && { institution: institutionCode(input.institution, known) }),
        ...(needsCheck(changed) && { ...unchecked, writtenByPersonId: viewer.personId }),
        version: { increment: 1 },
      },
    });
    const facts = { version: office.version + 1, changed: changed.join(" ") };
    await record(tx, "office.changed", viewer, `office/${office.id}`, facts);
  });
}

/** A second person looked whether the title is right, today, for an organization. */
export async function checkOffice(viewer: Viewer, { slug, onBehalfOf }: CheckInput, seen: number) {
  await transact(async (tx) => {
    const office = await lockOffice(tx, viewer, slug, seen);
    requireWriter(viewer, office);
    const checking = draftingOrganizationsOf(viewer).find((it) => it.slug === onBehalfOf);
    if (!checking) throw new Refusal("FORBIDDEN", "notYourOrganization");
    if (wroteTitle(viewer, office)) throw new Refusal("FORBIDDEN", "titleIsYours");
    const { today } = await readToday(tx);
    await tx.office.update({
      where: { id: office.id },
      data: {
        ...{ checkedById: checking.organizationId, checkedOn: new Date(today), checkedByPersonId: viewer.personId },
        version: { increment: 1 },
      },
    });
    const facts = { organization: checking.organizationId, version: office.version + 1 };
    await record(tx, "office.checked", viewer, `office/${office.id}`, facts);
  });
}

/** The network no longer writes to it. What was addressed to it stays. */
export async function closeOffice(viewer: Viewer, slug: string, seen: number) {
  await transact(async (tx) => {
    const office = await lockOffice(tx, viewer, slug, seen);
    if (!mayClose(viewer)) throw new Refusal("FORBIDDEN", "onlyTheConvener");
    const obstacle = officeObstacle(office);
    if (obstacle) throw new Refusal("CONFLICT", obstacle);
    const data = { closedAt: await readClock(tx), version: { increment: 1 } };
    await tx.office.update({ where: { id: office.id }, data });
    await record(tx, "office.closed", viewer, `office/${office.id}`);
  });
}
