import { describe, expect, it } from "vitest";
import type { Position } from "@/lib/positions/schema";
import { filterRows, readRegisterQuery } from "./register-query";

const standing = (stance: string, more = {}) => ({
  standing: { stance, visibility: "network" },
  draft: null,
  stale: false,
  undecidedPast: false,
  ...more,
});
const draft = (state: string) => ({ standing: null, draft: { stance: "support", state }, stale: false });
const rows = (...positions: (object | null)[]) =>
  positions.map((position, key) => ({ key, position: position as Position | null }));
const keys = (chosen: { key: number }[]) => chosen.map(({ key }) => key);

describe("the choices in the address", () => {
  it("leave out what they cannot mean", () => {
    expect(
      readRegisterQuery({ stance: "loves", state: ["stale", "draft"], theme: "../etc", q: "", more: "x" }),
    ).toEqual({
      state: "stale",
    });
  });

  it("find what stands, and take a draft for no answer", () => {
    const all = rows(standing("support"), draft("submitted"), null, standing("oppose"));
    expect(keys(filterRows(all, { stance: "support" }))).toEqual([0]);
    expect(keys(filterRows(all, { stance: "not_recorded" }))).toEqual([1, 2]);
  });

  it("find what waits, what is past review and what is public", () => {
    const all = rows(draft("drafted"), draft("submitted"), standing("support", { stale: true }), null);
    expect(keys(filterRows(all, { state: "draft" }))).toEqual([0, 1]);
    expect(keys(filterRows(all, { state: "submitted" }))).toEqual([1]);
    expect(keys(filterRows(all, { state: "stale" }))).toEqual([2]);
    expect(keys(filterRows(all, { state: "public" }))).toEqual([]);
  });
});
