import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import { BadField, Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { toDay } from "@/lib/platform/time/day";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { mayErase } from "./policy";
import { endObstacle } from "./rules";
import type { HolderEnd, HolderInput, HolderKey } from "./schema";
import { lockOffice, requireWriter } from "./write";

/** An office had so many holders that more is a mistake. */
const maxHolders = 100;

const rise = (tx: Tx, id: string) => tx.office.update({ where: { id }, data: { version: { increment: 1 } } });

/** Somebody holds it, or held it, from a day on. */
export async function addHolder(viewer: Viewer, { slug, name, ...days }: HolderInput, seen: number) {
  await transact(async (tx) => {
    const office = await lockOffice(tx, viewer, slug, seen);
    requireWriter(viewer, office);
    const held = await tx.officeHolder.count({ where: { officeId: office.id } });
    if (held >= maxHolders) throw new Refusal("CONFLICT", "tooManyHolders", { most: maxHolders });
    const [firstOn, lastOn] = [new Date(days.firstOn), days.lastOn === null ? null : new Date(days.lastOn)];
    const { id } = await tx.officeHolder.create({
      data: { officeId: office.id, name, firstOn, lastOn },
      select: { id: true },
    });
    await rise(tx, office.id);
    await record(tx, "office.holderAdded", viewer, `office/${office.id}`, { holder: id, firstOn: days.firstOn });
  });
}

async function requireHolder(tx: Tx, officeId: string, id: string) {
  const found = await tx.officeHolder.findFirst({ where: { officeId, id } });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchHolder");
  return { ...found, firstOn: toDay(found.firstOn), lastOn: found.lastOn && toDay(found.lastOn) };
}

/** The last day on which somebody holds it; said again, it is another. */
export async function endHolder(viewer: Viewer, { slug, holder: id, lastOn }: HolderEnd, seen: number) {
  await transact(async (tx) => {
    const office = await lockOffice(tx, viewer, slug, seen);
    requireWriter(viewer, office);
    const found = await requireHolder(tx, office.id, id);
    const obstacle = endObstacle(found);
    if (obstacle) throw new Refusal("CONFLICT", obstacle);
    if (lastOn < found.firstOn) throw new BadField("lastOn", "endsBeforeItBegins");
    if (found.lastOn === lastOn) return;
    await tx.officeHolder.update({ where: { id }, data: { lastOn: new Date(lastOn) } });
    await rise(tx, office.id);
    await record(tx, "office.holderEnded", viewer, `office/${office.id}`, { holder: id, lastOn });
  });
}

/**
 * Takes a name out for good. The days stay, so that the office's history has no hole; the record keeps no name, and the digest
 * that it keeps of the earlier row cannot be tried against names: its salt goes with it.
 */
export async function eraseHolder(viewer: Viewer, { slug, holder: id }: HolderKey, seen: number) {
  await transact(async (tx) => {
    const office = await lockOffice(tx, viewer, slug, seen);
    if (!mayErase(viewer)) throw new Refusal("FORBIDDEN", "onlyTheConvener");
    const found = await requireHolder(tx, office.id, id);
    if (found.erasedAt) return;
    await tx.officeHolder.update({ where: { id }, data: { name: null, erasedAt: await readClock(tx) } });
    await rise(tx, office.id);
    await record(tx, "office.holderErased", viewer, `office/${office.id}`, { holder: id });
  });
}
