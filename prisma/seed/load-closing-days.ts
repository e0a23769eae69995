import { randomUUID } from "node:crypto";
import { suggestClosings } from "@/lib/network/rules.closing-days";
import type { Tx } from "@/lib/platform/db/client";
import { readToday } from "@/lib/platform/time/today";

/**
 * The holidays of provinces in this year and the next, as a convener takes them over. Only where no closing day was ever entered: one
 * that was taken out does not come back.
 */
export async function loadClosingDays(tx: Tx) {
  const { closingDaysVersion } = await tx.network.findUniqueOrThrow({ where: { id: 1 } });
  if (closingDaysVersion > 1 || (await tx.closingDay.count()) > 0) return;
  const { today, closing } = await readToday(tx);
  const year = Number(today.slice(0, 4));
  const days = [year, year + 1].flatMap((it) => suggestClosings(it, closing, []));
  await tx.closingDay.createMany({
    data: days.map(({ firstOn, lastOn, name, provinces }) => ({
      ...{ id: randomUUID(), kind: "provincial" as const, provinces },
      ...{ firstOn: new Date(firstOn), lastOn: new Date(lastOn), nameEn: name.en, nameFr: name.fr },
    })),
  });
}
