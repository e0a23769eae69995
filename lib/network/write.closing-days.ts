import "server-only";
import { randomUUID } from "node:crypto";
import { transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { enteredKinds } from "./constants";
import { mayKeepClosingDays } from "./policy";
import { readEntered } from "./read.closing-days";
import { compareClosings } from "./rules.closing-days";
import type { EnteredClosing, KeepClosingDaysInput } from "./schema.closing-days";

const idsOf = (rows: readonly { id: string }[]) => ({ id: { in: rows.map(({ id }) => id) } });
const daysOf = ({ firstOn, lastOn, name }: EnteredClosing) => ({
  ...{ id: randomUUID(), firstOn: new Date(firstOn), lastOn: new Date(lastOn), nameEn: name.en, nameFr: name.fr },
});

/** Makes the list of closing days this one, on the version that was read. What stays in it keeps its row. */
export async function keepClosingDays(viewer: Viewer, { entered }: KeepClosingDaysInput, expected: number) {
  if (!mayKeepClosingDays(viewer)) throw new Refusal("FORBIDDEN", "convenersOrAdministrators");
  await transact(async (tx) => {
    const [row] = await tx.$queryRaw<{ version: number }[]>`
      SELECT "closingDaysVersion" AS "version" FROM "Network" WHERE "id" = 1 FOR UPDATE`;
    if (!row) throw new Error("the database has no network");
    if (row.version !== expected)
      throw new Refusal("PRECONDITION_FAILED", "closingDaysChangedMeanwhile", { version: row.version });
    const { added, removed } = compareClosings(await readEntered(tx), entered);
    const changed = [...added, ...removed];
    if (changed.length === 0) return;
    const version = row.version + 1;
    await tx.network.update({ where: { id: 1 }, data: { closingDaysVersion: version } });
    await tx.blackout.deleteMany({ where: idsOf(removed) });
    await tx.closingDay.deleteMany({ where: idsOf(removed) });
    await tx.blackout.createMany({ data: added.filter(({ kind }) => kind === "blackout").map(daysOf) });
    await tx.closingDay.createMany({
      data: added.flatMap((it) =>
        it.kind === "blackout" ? [] : [{ ...daysOf(it), kind: it.kind, provinces: it.provinces }],
      ),
    });
    const kinds = enteredKinds.filter((kind) => changed.some((it) => it.kind === kind)).join(" ");
    const facts = { version, kinds, added: added.length, removed: removed.length };
    await record(tx, "network.closingDaysChanged", viewer, "network", facts);
  });
}
