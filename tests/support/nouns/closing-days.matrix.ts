import type { ClosingDays, EnteredClosing } from "@/lib/network/schema.closing-days";
import { db } from "@/lib/platform/db/client";
import type { RequestSpec, RequestSpecs } from "@/tests/support/matrix/cells";

const name = { en: "Matrix Day", fr: "Jour de la matrice" };
const holiday: EnteredClosing = {
  ...{ kind: "provincial", firstOn: "2027-02-15", lastOn: "2027-02-15", provinces: ["ON"], name },
};
const columns = {
  firstOn: new Date(holiday.firstOn),
  lastOn: new Date(holiday.lastOn),
  nameEn: name.en,
  nameFr: name.fr,
};
const planted = db.closingDay.create({ data: { ...columns, kind: "provincial", provinces: ["ON"] } });

const list =
  (sees: (found: ClosingDays) => boolean): RequestSpecs[string] =>
  async () => {
    await planted;
    return { query: { year: "2027" }, sees: (it) => sees(it as ClosingDays) };
  };

/** The list as it is, on the version that is there now: who may send it is asked, not what becomes of it. */
async function kept(): Promise<RequestSpec> {
  await planted;
  const { closingDaysVersion } = await db.network.findUniqueOrThrow({ where: { id: 1 } });
  return { body: { entered: [holiday] }, headers: { "if-match": `"${closingDaysVersion}"` } };
}

export const part: RequestSpecs = {
  "administration.closingDays entered": list(({ entered }) => entered.some((it) => it.name.en === name.en)),
  "administration.closingDays may-change": list(({ viewer }) => viewer.mayChange),
  "administration.keepClosingDays entered": kept,
};
