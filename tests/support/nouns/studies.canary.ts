import { db } from "@/lib/platform/db/client";
import { given } from "@/tests/support/builders";
import { inNetwork, nobody, type Observer, toWord } from "@/tests/support/canary/canaries";
import type { CanaryPart, Planting } from "@/tests/support/canary/part";

const readers: Observer[] = [...inNetwork, "administrator"];

/** A consultation that is for the network; and, in what was found, something that no answer has room for. */
async function plantBefore({ canaries }: Planting) {
  const word = (column: string, them = readers) => canaries.for(them, "study", column);
  const titles = { titleEn: word("titleEn"), titleFr: word("titleFr"), slug: word("slug") };
  const about = { aboutEn: word("aboutEn"), aboutFr: word("aboutFr"), source: word("source") };
  const digest = word("digest", nobody);
  const { id, statements } = await given.study({ ...titles, ...about, digest });
  const words = { key: word("key"), textEn: word("textEn"), textFr: word("textFr") };
  await db.studyStatement.create({ data: { studyId: id, place: statements, ...words } });
  const { findings } = await db.studyFindings.findUniqueOrThrow({ where: { digest } });
  const more = { ...(findings as object), planted: word("findings", nobody) };
  await db.studyFindings.update({ where: { digest }, data: { findings: more } });
}

const atStudy = () => [{ slug: toWord("study", "slug") }];

export const part: CanaryPart = {
  columns: {
    "Study.aboutEn": "planted",
    "Study.aboutFr": "planted",
    "Study.digest": "planted",
    "Study.language": "kept",
    "Study.slug": "planted",
    "Study.source": "planted",
    "Study.titleEn": "planted",
    "Study.titleFr": "planted",
    "StudyBallots.packed": "kept",
    "StudyFindings.digest": "planted",
    "StudyFindings.findings": "planted",
    "StudyStatement.key": "planted",
    "StudyStatement.textEn": "planted",
    "StudyStatement.textFr": "planted",
  },
  addresses: {
    "studies.get": atStudy,
    "studies.progress": atStudy,
    "studies.statements": atStudy,
    "studies.export": atStudy,
  },
  plantBefore,
};
