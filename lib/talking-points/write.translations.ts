import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { BadField } from "@/lib/platform/http/refusal";
import { addWorkingDays } from "@/lib/platform/time/working-days";
import { translationDays } from "./constants";
import type { ClauseInput } from "./schema.text";
import { readCalendar } from "./write.context";
import type { ClauseRow } from "./write.text";

type Posted = { talkingPointId: string; version: number; organizationId: string };

/** A missing translation is a task: with a person where one was named, and with a day. */
export async function askForTranslations(
  tx: Tx,
  posted: Posted,
  clauses: readonly ClauseRow[],
  inputs: readonly ClauseInput[],
) {
  const missing = clauses.flatMap((row, at) => {
    if (row.en && row.fr) return [];
    return [{ at, clauseKey: row.key, language: row.en ? "fr" : "en", ...inputs[at]?.translation }];
  });
  if (missing.length === 0) return;
  const { today, rests, closing } = await readCalendar(tx);
  const usual = addWorkingDays(today, translationDays, rests, closing);
  for (const { at, person, by } of missing) {
    if (by !== undefined && by < today) throw new BadField(`clauses.${at}.translation.by`, "notInFuture");
    if (person !== undefined && !(await belongs(tx, person, posted.organizationId)))
      throw new BadField(`clauses.${at}.translation.person`, "invalid");
  }
  await tx.talkingPointTranslation.createMany({
    data: missing.map(({ clauseKey, language, person, by }) => ({
      ...posted,
      clauseKey,
      language,
      personId: person ?? null,
      dueOn: new Date(by ?? usual),
    })),
  });
}

const belongs = async (tx: Tx, personId: string, organizationId: string) =>
  (await tx.representation.count({ where: { personId, organizationId, endedAt: null } })) > 0;
