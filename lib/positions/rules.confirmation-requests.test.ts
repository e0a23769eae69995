import { describe, expect, it } from "vitest";
import { confirmersOf, findConfirmer } from "./rules.confirmation-requests";

const signer = (personId: string, themeIds: string[] | null, publicly = true) => ({
  personId,
  name: personId,
  publicly,
  themeIds,
});
const due = (themeId: string, visibility: "network" | "public" = "network") => ({ themeId, visibility });

describe("who is asked to confirm", () => {
  it("is whoever can confirm the most of what is due, and nobody who cannot", () => {
    const all = [due("a"), due("a"), due("b")];
    const able = confirmersOf([signer("narrow", ["b"]), signer("wide", null)], all);
    expect(all.map((position) => able(position)[0]?.personId)).toEqual(["wide", "wide", "wide"]);
    expect(able(due("b")).map((it) => it.personId)).toEqual(["wide", "narrow"]);
    expect(confirmersOf([signer("narrow", ["b"])], all)(due("a"))).toEqual([]);
  });

  it("signs publicly where the position is public", () => {
    const shown = due("a", "public");
    const able = confirmersOf([signer("inside", null, false), signer("outside", null)], [shown]);
    expect(able(shown).map((it) => it.personId)).toEqual(["outside"]);
  });

  it("stays whoever was asked, for as long as they can", () => {
    const [one, other] = [signer("one", null), signer("other", null)];
    expect(findConfirmer([one, other], ["other"])).toMatchObject({ personId: "other", asked: true });
    expect(findConfirmer([one], ["other"])).toMatchObject({ personId: "one", asked: false });
    expect(findConfirmer([], ["other"])).toBeNull();
  });
});
