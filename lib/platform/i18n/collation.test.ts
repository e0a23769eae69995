import { describe, expect, test } from "vitest";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { db } from "../db/client";
import { compareIn } from "./collation";
import { locales } from "./routing";

const names = [
  ...["cote", "coté", "côte", "côté", "Côte", "COTE", "Éole", "Eole", "Éolienne", "œuvre", "Oeuvre", "ouvre", "Œuvres"],
  ...["L’Étoile", "L'Etoile", "Les Amis", "Amis", "« Voix »", "Voix", "Voix du Nord", "Voix-Unies", "zèle", "Zone"],
  ...["10 voix", "2 voix", "Voix 10", "Voix 9", "À propos", "A propos", "ça", "Canada", "Kwakwa̱ka̱ʼwakw", "Nisg̱a’a"],
];

const sorted = (language: "en" | "fr") => [...names].sort(compareIn(language));

describe.each(locales)("in the order of %s", (language) => {
  const collation = Prisma.raw(language === "fr" ? "in_french" : "in_english");

  test("the database and the pages agree on every pair", async () => {
    const pairs = names.flatMap((one) => names.map((other) => ({ one, other })));
    const rows = await db.$queryRaw<{ before: boolean; after: boolean }[]>`
      SELECT one < (other COLLATE ${collation}) AS "before", one > (other COLLATE ${collation}) AS "after"
      FROM unnest(${pairs.map((it) => it.one)}::text[], ${pairs.map((it) => it.other)}::text[]) WITH ORDINALITY AS t(one, other, at)
      ORDER BY at`;
    for (const [at, { one, other }] of pairs.entries()) {
      const told = compareIn(language)(one, other);
      // What is equal but for its bytes is put in some order by the database, and always the same.
      if (told !== 0) expect([rows[at]?.before, rows[at]?.after], `${one}, ${other}`).toEqual([told < 0, told > 0]);
    }
  });

  test("« », apostrophes, spaces and hyphens do not count, leading articles do, and figures are numbers", () => {
    const order = sorted(language);
    const stands = (one: string, other: string) => expect(order.indexOf(one)).toBeLessThan(order.indexOf(other));
    stands("« Voix »", "Voix 9");
    stands("Voix 9", "Voix 10");
    stands("2 voix", "10 voix");
    stands("Amis", "ça");
    stands("Canada", "Les Amis");
    stands("Les Amis", "L’Étoile");
    stands("Voix du Nord", "Voix-Unies");
    stands("Eole", "Éolienne");
    stands("œuvre", "ouvre");
  });
});

test("accents decide from the end of a word in French, and from its beginning in English", () => {
  const four = ["côté", "côte", "coté", "cote"];
  expect([...four].sort(compareIn("fr"))).toEqual(["cote", "côte", "coté", "côté"]);
  expect([...four].sort(compareIn("en"))).toEqual(["cote", "coté", "côte", "côté"]);
});
