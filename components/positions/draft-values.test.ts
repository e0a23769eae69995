import { describe, expect, it } from "vitest";
import { emptyDraft, toDraftInput, valuesOf } from "./draft-values";

describe("a draft in the form", () => {
  it("begins with no stance chosen", () => {
    expect(valuesOf(null)).toEqual(emptyDraft);
    expect(emptyDraft.stance).toBeNull();
  });

  it("keeps a reservation that its stance no longer asks for, and does not send it", () => {
    const values = { ...emptyDraft, stance: "support" as const, reservationEn: "on the words “at once”" };
    expect(toDraftInput(values)).toEqual({ stance: "support", rationale: {}, visibility: "network" });
  });

  it("sends a language only when something is written in it", () => {
    const values = { ...emptyDraft, stance: "oppose" as const, rationaleEn: "  ", rationaleFr: "Nos motifs." };
    expect(toDraftInput(values).rationale).toEqual({ fr: "Nos motifs." });
  });
});
