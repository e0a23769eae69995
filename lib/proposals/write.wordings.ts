import "server-only";
import { transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { digestOf } from "@/lib/platform/text/digest";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { mayDecide } from "./policy";
import type { VersionInput } from "./schema";

/** Other words for a proposition. What was said of the earlier ones stays with them: nothing carries over. */
export async function reword(viewer: Viewer, { slug, title, statement }: VersionInput, expected: number) {
  await transact(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string; currentVersion: number }[]>`
      SELECT "id", "currentVersion" FROM "Proposition" WHERE "slug" = ${slug} FOR UPDATE`;
    const [held] = rows;
    if (!held) throw new Refusal("NOT_FOUND", "noSuchProposition");
    if (!mayDecide(viewer)) throw new Refusal("FORBIDDEN", "notTheConvener");
    await lockRights(tx, viewer);
    if (held.currentVersion !== expected) {
      throw new Refusal("PRECONDITION_FAILED", "changedMeanwhile", { current: held.currentVersion });
    }
    const words = { titleEn: title.en, titleFr: title.fr, statementEn: statement.en, statementFr: statement.fr };
    const version = toVersion(words);
    const said = await tx.propositionVersion.findUnique({
      where: { propositionId_number: { propositionId: held.id, number: expected } },
      select: { digest: true },
    });
    if (said?.digest === version.digest) throw new Refusal("CONFLICT", "sameWords");
    const number = expected + 1;
    await tx.propositionVersion.create({ data: { propositionId: held.id, number, ...version } });
    await tx.proposition.update({ where: { id: held.id }, data: { currentVersion: number } });
    await record(tx, "proposition.reworded", viewer, `proposition/${held.id}`, { version: number });
  });
}

type WordingColumns = { titleEn: string; titleFr: string; statementEn: string; statementFr: string };

/** Words with the digest that stances are given for. */
export const toVersion = (it: WordingColumns) => ({
  ...it,
  digest: digestOf([
    { en: it.titleEn, fr: it.titleFr },
    { en: it.statementEn, fr: it.statementFr },
  ]),
});
