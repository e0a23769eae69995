import "server-only";
import { listBlackouts, readNetwork } from "@/lib/network/read.settings";
import { db, type Tx } from "@/lib/platform/db/client";
import { readToday } from "@/lib/platform/time/today";
import { addDays, longestWait } from "@/lib/platform/time/working-days";
import { dayIn } from "@/lib/platform/time/zone";
import { factOf, isEqual, parityObstacle } from "./rules.parity";

type Text = { id: string; currentVersion: number; current: { clauses: readonly { key: string }[] } };

const readRule = (tx: Tx) =>
  tx === db ? readNetwork() : tx.network.findUniqueOrThrow({ where: { id: 1 }, select: { parityRule: true } });

/** How far the two languages of the words in force have come, and whether that stands in the way of answers. */
export async function readParity(tx: Tx, { id, currentVersion, current: { clauses } }: Text) {
  const { today, timeZone, closing } = await readToday(tx);
  const [rows, network, rests] = await Promise.all([
    tx.talkingPointParity.findMany({
      where: { talkingPointId: id, version: currentVersion },
      orderBy: { number: "desc" },
      select: { clauseKey: true, parity: true, at: true },
    }),
    readRule(tx),
    listBlackouts(addDays(today, -longestWait)),
  ]);
  const facts = clauses.map(({ key }) => {
    const judged = rows.filter(({ clauseKey }) => clauseKey === key);
    return factOf(judged, (at) => dayIn(timeZone, at));
  });
  const obstacle = parityObstacle(facts, today, { rests, closing });
  return {
    pending: facts.some((it) => it === null || it.parity === "pending"),
    equal: isEqual(facts),
    obstacle: network.parityRule === "before_endorsement" ? obstacle : null,
  };
}
