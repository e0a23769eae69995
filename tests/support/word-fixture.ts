import { signLines } from "@/lib/talking-points/rules.word-notes";
import { clauseOf } from "./clause-texts";
import { versionOf } from "./word-texts";

/** The text that the files of tests/fixtures/docx were made of. Change it, and they are of another text. */
const clauses = [
  clauseOf("duty", "Governments have the primary responsibility to protect their populations.", {
    fr: "Les gouvernements ont la responsabilité première de protéger leur population.",
  }),
  clauseOf(
    "spectrum",
    "The measures run from prevention to rebuilding.\n\nForce is the last of them; no member has to advocate it.",
    {
      fr: "Les mesures vont de la prévention à la reconstruction.",
    },
  ),
  clauseOf("proof", "In 2005 all members of the United Nations accepted it.", {
    ...{
      kind: "proof",
      source: "World Summit Outcome (A/RES/60/1), 138–139",
      fr: "En 2005, tous les États l’ont accepté.",
    },
  }),
  clauseOf(
    "licence",
    "No. It gives no legal authority to anybody: “R2P” is not a licence for force — and Nisg̱a’a, Kwakwa̱ka̱ʼwakw and ᐃᓄᒃᑎᑐᑦ stay whole.",
    {
      ...{
        kind: "if_asked",
        questionEn: "Is it a licence for force?",
        questionFr: "Est-ce un permis de recourir à la force?",
      },
      fr: "Non.",
    },
  ),
  clauseOf("ask", "Canada should say so each year.", {
    ...{ kind: "ask", addresseeEn: "Minister of Foreign Affairs", addresseeFr: "Ministre des Affaires étrangères" },
    fr: "Le Canada devrait le dire chaque année.",
  }),
  clauseOf(
    "hostile",
    "العربية and \u2067שלום\u2069, 𝒜𐐷, pаypal, <script>alert(1)</script>, 100\u00a0%, non\u2011violent",
    {
      ...{ kind: "do_not_say", fr: "Rien." },
    },
  ),
];

export const fixtureVersion = versionOf(2, clauses);
export const fixtureSince = versionOf(
  1,
  [clauses[3], clauses[0], { ...clauses[1], en: "The measures go from prevention to rebuilding." }, clauses[4]].flatMap(
    (it) => (it ? [it as (typeof clauses)[number]] : []),
  ),
  "No licence",
);
export const fixtureNotes = [
  {
    ...{ clause: "duty", author: "Kettle Rapids", at: new Date("2026-06-02T00:00:00Z") },
    lines: signLines([
      "Amendment 3, Kettle Rapids: “first”, not “primary”",
      "Proposed wording: Governments come first.",
    ]),
  },
];
