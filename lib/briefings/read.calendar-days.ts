import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import type { EnteredDays } from "./rules.closing";

type Row = {
  kind: EnteredDays["kind"];
  firstOn: string;
  lastOn: string;
  provinces: string[];
  nameEn: string;
  nameFr: string;
};

/** What the network entered about these days: its own rests, provincial days, the caretaker period, sitting weeks. */
export async function listEnteredDays(tx: Tx, first: string, last: string): Promise<EnteredDays[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT "kind"::text, "firstOn"::text, "lastOn"::text, coalesce("provinces", '{}') AS "provinces", "nameEn", "nameFr" FROM "ClosingDay"
    WHERE "lastOn" >= ${first}::date AND "firstOn" <= ${last}::date
    UNION ALL
    SELECT 'blackout', "firstOn"::text, "lastOn"::text, '{}', "nameEn", "nameFr" FROM "Blackout"
    WHERE "lastOn" >= ${first}::date AND "firstOn" <= ${last}::date
    ORDER BY 2, 3, 5`;
  return rows.map(({ nameEn: en, nameFr: fr, ...days }) => ({ ...days, name: { en, fr } }));
}
