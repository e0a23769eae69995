import { expect, test } from "vitest";
import type { Recommendation } from "@/lib/report/schema";
import { groupByAddressee, groupByArea } from "./group-items";

const item = (ref: string, regimeArea: Recommendation["regimeArea"], addressees: Recommendation["addressees"]) =>
  ({ ref, regimeArea, addressees }) as Recommendation;

const items = [
  item("S1a", "cross_cutting", ["civil_society"]),
  item("S2a", "cross_cutting", ["civil_society", "dfait"]),
  item("D1", "norm_setting", ["r2p_advocates"]),
];
const refs = (groups: { code: string; items: Recommendation[] }[]) =>
  Object.fromEntries(groups.map(({ code, items: found }) => [code, found.map((it) => it.ref)]));

test("headings come in their own order, and those without items not at all", () => {
  expect(Object.entries(refs(groupByArea(items)))).toEqual([
    ["norm_setting", ["D1"]],
    ["cross_cutting", ["S1a", "S2a"]],
  ]);
});

test("an item addressed to several stands under each of them", () => {
  expect(refs(groupByAddressee(items))).toEqual({
    civil_society: ["S1a", "S2a"],
    dfait: ["S2a"],
    r2p_advocates: ["D1"],
  });
});
