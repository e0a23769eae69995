import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/client";
import { as, given } from "@/tests/support/builders";
import { listSimilar } from "./read.similar";
import { suggestCode, suggestShort, suggestSlug } from "./rules.naming";

const named = (slug: string, nameEn: string, nameFr: string, more: object = {}) =>
  given.organization({ slug, nameEn, nameFr, shortEn: slug, shortFr: slug, listing: "public", ...more });

beforeAll(async () => {
  await named(
    "sim-prevention",
    "Canadian Association for Conflict Prevention",
    "Association canadienne pour la prévention des conflits",
    {
      shortEn: "CACP",
      shortFr: "ACPC",
    },
  );
  await named("sim-lanterne", "Lanterne du Québec", "Lanterne du Québec");
  await named("sim-hidden", "Secret River Alliance", "Alliance de la rivière secrète", { listing: "network" });
  await named("sim-refused", "Refused River Alliance", "Alliance de la rivière refusée", { status: "refused" });
});

const visitor = () => as(null);
const found = async (name: string, viewer = visitor()) =>
  (await listSimilar(await viewer, [name])).map((it) => it.slug).filter((slug) => slug.startsWith("sim-"));

describe("a name is near to another", () => {
  it.each([
    ["whatever its accents and case", "LANTERNE DU QUEBEC", "sim-lanterne"],
    ["in another order of words", "Conflict Prevention, Canadian Association for", "sim-prevention"],
    ["without its small words", "Canadian Association Conflict Prevention", "sim-prevention"],
    ["with a word abbreviated", "Cdn. Assoc. for Conflict Prevention", "sim-prevention"],
    ["in the other language", "Association canadienne de prévention des conflits", "sim-prevention"],
    ["by its initials", "CACP", "sim-prevention"],
    ["with a letter mistyped", "Canadian Asociation for Conflict Prevntion", "sim-prevention"],
  ])("%s", async (_, name, slug) => {
    expect(await found(name)).toEqual([slug]);
  });

  it("or is not", async () => {
    for (const name of [
      "Children of the Prairie",
      "Women for Water",
      "",
      "的",
      "'; DROP TABLE",
      "%",
      "_",
      "a".repeat(160),
    ])
      expect([name, await found(name)]).toEqual([name, []]);
  });

  it("and an applicant learns of no organization that is not listed to them", async () => {
    expect(await found("Secret River Alliance")).toEqual([]);
    expect(await found("Refused River Alliance")).toEqual([]);
    const member = as(await given.memberOf(await given.organization()));
    expect(await found("Secret River Alliance", member)).toEqual(["sim-hidden"]);
    const convener = as(await given.convener(await given.organization()));
    expect((await found("Refused River Alliance", convener)).sort()).toEqual(["sim-hidden", "sim-refused"]);
  });
});

it("the search for near names has the indexes it needs", async () => {
  const plan = await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    return tx.$queryRaw<{ "QUERY PLAN": string }[]>`
      EXPLAIN SELECT "id" FROM "Organization" WHERE name_key("nameEn") % 'a' OR name_key("nameFr") % 'a'
        OR name_key("shortEn") = 'a' OR name_key("shortFr") = 'a' OR name_initials("nameEn") = 'a' OR name_initials("nameFr") = 'a'`;
  });
  const text = plan.map((it) => it["QUERY PLAN"]).join("\n");
  for (const index of ["nameEn_key", "nameFr_key", "shortEn_key", "shortFr_key", "nameEn_initials", "nameFr_initials"])
    expect(text).toContain(`Organization_${index}`);
});

describe("what is made of a name", () => {
  it("is an address of plain letters, never one of ours or one that is taken", () => {
    expect(suggestSlug("Étoile du Nord & the Friends", new Set())).toBe("etoile-nord-friends");
    expect(suggestSlug("Apply", new Set())).toBe("apply-2");
    expect(suggestSlug("的", new Set())).toBe("organization");
    expect(suggestSlug("One", new Set(["one", "one-2"]))).toBe("one-3");
  });

  it("is a code of two characters that nobody has", () => {
    expect(suggestCode("Red Cedar Council", new Set())).toBe("RC");
    expect(suggestCode("Red Cedar", new Set(["RC"]))).toBe("RE");
    const taken = new Set<string>();
    for (let i = 0; i < 1296; i++) taken.add(suggestCode("Red Cedar", taken));
    expect(taken.size).toBe(1296);
    expect([...taken].every((code) => /^[A-Z0-9]{2}$/.test(code))).toBe(true);
    expect(taken.has(suggestCode("Red Cedar", taken))).toBe(false);
  });

  it("is a short name that ends with a word that means something", () => {
    expect(suggestShort("Still Waters")).toBe("Still Waters");
    expect(suggestShort("Canadian Association for Conflict Prevention")).toBe("Canadian Association");
  });
});
