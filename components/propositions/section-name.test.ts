import { describe, expect, it } from "vitest";
import { sectionNames } from "./section-name";

describe("a section of the report", () => {
  it("is read as sentences, from the outermost heading inward", () => {
    expect(sectionNames("LAY DOWN THE REGIME FOUNDATIONS > 2. Institutionalizing R2P")).toEqual([
      "Lay down the regime foundations",
      "2. Institutionalizing R2P",
    ]);
  });

  it("keeps the names that are written with capitals", () => {
    expect(sectionNames("LESSONS LEARNED FROM A UN-FOCUSED R2P NETWORK IN NEW YORK")).toEqual([
      "Lessons learned from a UN-focused R2P network in New York",
    ]);
  });

  it("leaves alone what was not in capitals", () => {
    expect(sectionNames("CANADIAN GOVERNMENT WORK ON R2P: A BRIEFING (discussion after the briefing)")).toEqual([
      "Canadian government work on R2P: a briefing (discussion after the briefing)",
    ]);
  });
});
