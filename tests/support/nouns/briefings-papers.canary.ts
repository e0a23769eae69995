import { buildBriefing } from "@/prisma/seed/build-briefing";
import { insertBriefing } from "@/tests/support/build-briefings";
import { addPaperRow } from "@/tests/support/build-papers";
import { inNetwork, nobody, toWord } from "@/tests/support/canary/canaries";
import type { CanaryPart, Planting } from "@/tests/support/canary/part";

const slug = () => toWord("papers", "briefingSlug");
/** Known beforehand, since it stands in the address of the file. */
const paper = "6a1c7b52-0d7e-4a0b-9f63-2f1c7f6d1e01";

async function plantForNetwork({ canaries, owner }: Planting) {
  const word = (column: string) => canaries.for(inNetwork, "papers", column);
  const built = buildBriefing({ host: owner, at: new Date(), slug: word("briefingSlug") });
  await insertBriefing(built);
  const on = { briefingId: built.briefing.id, organizationId: owner.id };
  const texts = { titleEn: word("titleEn"), titleFr: word("titleFr"), name: word("fileName") };
  await addPaperRow({ ...on, ...texts, id: paper, content: word("content") });
  // What is withdrawn keeps its title; its file's name and content are for nobody.
  const gone = (column: string) => canaries.for(nobody, "papers", "withdrawn", column);
  await addPaperRow({ ...on, name: gone("fileName"), content: gone("content"), withdrawn: true });
}

const meetings = () => [{ id: slug() }];

export const part: CanaryPart = {
  columns: {
    "BriefingPaper.languages": "kept",
    "BriefingPaper.titleEn": "planted",
    "BriefingPaper.titleFr": "planted",
    "FilePiece.content": "kept",
    "StoredFile.digest": "kept",
    "StoredFile.mediaType": "kept",
    "StoredFile.name": "planted",
  },
  addresses: {
    "briefings.papers.list": meetings,
    "briefings.papers.file": () => [{ id: slug(), paper }],
    "briefings.pack.get": meetings,
    "briefings.pack.pdf": meetings,
  },
  plantForNetwork,
};
