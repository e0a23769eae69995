import "server-only";
import { db, type Tx } from "@/lib/platform/db/client";
import { decodeCursor, toPage } from "@/lib/platform/http/pagination";
import type { Viewer } from "@/lib/viewer/schema";
import { administratorsReadableBy, mayAdminister, mayReadBlackouts } from "./policy";
import type { AdministratorsInput, Blackout, Network } from "./schema";

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
    mayReadBlackouts(viewer) ? readBlackouts(db) : null,
  ]);
  return {
    kind: row.kind,
    name: { en: row.nameEn, fr: row.nameFr },
    timeZone: row.timeZone,
    tooFewBelow: row.tooFewBelow,
    blackouts,
    version: row.version,
    viewer: { mayChange: mayAdminister(viewer) },
  };
}

export async function listAdministrators(viewer: Viewer, { limit, cursor }: AdministratorsInput) {
  const offset = decodeCursor(cursor);
  const where = administratorsReadableBy(viewer);
  const [rows, total] = await Promise.all([
    db.person.findMany({
      where,
      orderBy: { email: "asc" },
      skip: offset,
      take: limit,
      select: { name: true, email: true },
    }),
    db.person.count({ where }),
  ]);
  return toPage(rows, offset, limit, total);
}
