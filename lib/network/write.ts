import "server-only";
import { transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import type { ClosingRule } from "@/lib/platform/time/working-days";
import { mayAdminister } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import type { ParityRule } from "./constants";
import { changedSettings } from "./rules";
import type { SettingsInput } from "./schema";

type Row = ClosingRule & {
  nameEn: string;
  nameFr: string;
  timeZone: string;
  tooFewBelow: number;
  parityRule: ParityRule;
  version: number;
};

/** Changes the network's settings on the version that was read. The activity entry names which settings, not their values. */
export async function changeNetwork(viewer: Viewer, input: SettingsInput, expected: number) {
  if (!mayAdminister(viewer)) throw new Refusal("FORBIDDEN", "administratorsOnly");
  await transact(async (tx) => {
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT "nameEn", "nameFr", "timeZone", "quebecDay", "weekendRule"::text, "tooFewBelow",
        "parityRule"::text, "version" FROM "Network" WHERE "id" = 1 FOR UPDATE`;
    if (!row) throw new Error("the database has no network");
    if (row.version !== expected)
      throw new Refusal("PRECONDITION_FAILED", "settingsChangedMeanwhile", { version: row.version });
    const before = {
      name: { en: row.nameEn, fr: row.nameFr },
      timeZone: row.timeZone,
      quebecDay: row.quebecDay,
      weekendRule: row.weekendRule,
      tooFewBelow: row.tooFewBelow,
      parityRule: row.parityRule,
    };
    const {
      name = before.name,
      timeZone = before.timeZone,
      quebecDay = before.quebecDay,
      weekendRule = before.weekendRule,
      tooFewBelow = before.tooFewBelow,
      parityRule = before.parityRule,
    } = input;
    const after = { name, timeZone, quebecDay, weekendRule, tooFewBelow, parityRule };
    const changed = changedSettings(before, after);
    if (changed.length === 0) return;
    const version = row.version + 1;
    const settings = {
      nameEn: name.en,
      nameFr: name.fr,
      timeZone,
      quebecDay,
      weekendRule,
      tooFewBelow,
      parityRule,
      version,
    };
    await tx.network.update({ where: { id: 1 }, data: settings });
    await record(tx, "network.changed", viewer, "network", { version, settings: changed.join(" ") });
  });
}
