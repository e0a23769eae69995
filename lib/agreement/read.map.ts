import "server-only";
import { db } from "@/lib/platform/db/client";
import { toCsv } from "@/lib/platform/files/csv";
import type { Locale } from "@/lib/platform/i18n/routing";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { readToday } from "@/lib/platform/time/today";
import type { Viewer } from "@/lib/viewer/schema";
import { type Stances, scales } from "../math/analysis";
import { compute } from "../math/pool";
import { readRows, toFileName } from "./read";
import { groupingLimit, toMap, toMapTable, toStances } from "./rules.map";
import type { AgreementMap, MapExportInput, MapInput } from "./schema.map";

/** The last day of the month before this one. */
function lastMonth(today: string): string {
  const [year, month] = today.split("-").map(Number);
  return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, 0)).toISOString().slice(0, 10);
}

const pointsById = (points: readonly { id: string | number; x: number; y: number }[]) =>
  Object.fromEntries(points.map(({ id, x, y }) => [String(id), { x, y }]));

/** Where everybody stood on the map that this one is turned towards, so that nobody changes sides by a change of sign. */
async function readPrevious(viewer: Viewer, { asOf, ...question }: MapInput) {
  // A day that is over is turned towards the present, and the present towards the end of last month.
  const before = asOf ? {} : { asOf: lastMonth((await readToday(db)).today) };
  const { rows, members } = await readRows(viewer, { ...question, ...before });
  const { points } = await draw(toStances(rows, members, question.reservation), question, { groups: false });
  return pointsById(points);
}

type Drawn = { groups?: false; previous?: ReturnType<typeof pointsById> };

/** In a thread of its own, and asked once: the same stances are drawn for everybody who reads the same. */
const draw = (stances: Stances, { reservation }: Pick<MapInput, "reservation">, options: Drawn) =>
  compute("analyse", { stances, options: { scale: scales[reservation], ...options } });

async function computeMap(viewer: Viewer, input: MapInput) {
  const [{ network, ...now }, previous] = await Promise.all([readRows(viewer, input), readPrevious(viewer, input)]);
  const stances = toStances(now.rows, now.members, input.reservation);
  const analysis = await draw(stances, input, {
    previous,
    ...(now.members.length > groupingLimit && { groups: false }),
  });
  return { network, map: toMap(analysis, now) };
}

/** How close the stances are that this viewer may read, and whether there are groups. */
export async function readMap(viewer: Viewer, input: MapInput): Promise<AgreementMap> {
  return (await computeMap(viewer, input)).map;
}

export async function writeMap(
  viewer: Viewer,
  { language, format: _, ...input }: MapExportInput & { language: Locale },
) {
  const [{ network, map }, t] = await Promise.all([computeMap(viewer, input), translatorIn(language)]);
  const { columns, lines } = toMapTable(map, language);
  return { name: toFileName(t, { network, asOf: map.asOf }, "map"), text: toCsv(columns, lines) };
}
