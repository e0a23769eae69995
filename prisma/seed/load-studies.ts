import { readFileSync } from "node:fs";
import path from "node:path";
import type { Tx } from "@/lib/platform/db/client";
import { buildStudy, insertStudy } from "./build-study";
import { ownFolder } from "./digest-files";
import type { Demonstration } from "./read-demonstration";
import { daysBefore } from "./spread-dates";

const file = "demo-study-votes.csv";
const ago = 96;

const about = {
  slug: "when-a-government-will-not-protect-its-people",
  titleEn: "When a government will not protect its people",
  titleFr: "Quand un gouvernement ne protège pas sa population",
  aboutEn:
    "A fictional online consultation: what should Canada do where people face mass violence? The votes are made up; nobody took part.",
  aboutFr:
    "Une consultation en ligne fictive : que devrait faire le Canada là où une population subit des violences de masse? Les votes sont inventés; personne n’y a participé.",
  source: "consultation.example",
};

/** A consultation of the public that never took place, so that its page shows what such a page is. */
export async function loadStudies(tx: Tx, { statements }: Demonstration, now: Date): Promise<number> {
  const { slug } = about;
  if ((await tx.study.count({ where: { slug } })) > 0) return 0;
  const words = statements.map((row) => ({
    key: row.key,
    textEn: row.text_en,
    textFr: row.text_fr,
    moderatedOut: row.left_out,
  }));
  const votes = readFileSync(path.join(ownFolder, file), "utf8");
  await insertStudy(tx, buildStudy(votes, words, { ...about, listing: "public", importedAt: daysBefore(now, ago) }));
  return 1;
}
