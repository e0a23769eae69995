import "server-only";
import { db, type Tx } from "@/lib/platform/db/client";
import { mayAdminister } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { mayReadClosingDays } from "./policy";
import type { Blackout, Network } from "./schema";

const toDay = (date: Date) => date.toISOString().slice(0, 10);

export async function readBlackouts(tx: Tx): Promise<Blackout[]> {
  const rows = await tx.blackout.findMany({ orderBy: [{ firstOn: "asc" }, { lastOn: "asc" }, { id: "asc" }] });
  return rows.map(({ firstOn, lastOn, nameEn, nameFr }) => ({
    firstOn: toDay(firstOn),
    lastOn: toDay(lastOn),
    name: { en: nameEn, fr: nameFr },
  }));
}

/** What this network is called and how it counts; when it rests, for whoever is in it. */
export async function getNetwork(viewer: Viewer): Promise<Network> {
  const [row, blackouts] = await Promise.all([
    db.network.findUniqueOrThrow({ where: { id: 1 } }),
    mayReadClosingDays(viewer) ? readBlackouts(db) : null,
  ]);
  return {
    kind: row.kind,
    name: { en: row.nameEn, fr: row.nameFr },
    timeZone: row.timeZone,
    quebecDay: row.quebecDay,
    weekendRule: row.weekendRule,
    tooFewBelow: row.tooFewBelow,
    parityRule: row.parityRule,
    blackouts,
    version: row.version,
    viewer: { mayChange: mayAdminister(viewer) },
  };
}
