import { given } from "@/tests/support/builders";
import type { RequestSpecs } from "@/tests/support/matrix/cells";
import { makeVotesFile } from "@/tests/support/study-files";

let count = 0;

/** A file that was not taken in before: the same votes are turned away. */
function freshFile() {
  const form = new FormData();
  const votes = makeVotesFile({ participants: 12, statements: 6, minds: 2, seed: 10_000 + ++count });
  form.set("votes", new File([votes], "participants-votes.csv", { type: "text/csv" }));
  form.set("titleEn", `Consultation ${count}`);
  return form;
}

const shared = given.study({ slug: "matrix-study" });
const there = async () => ({ params: { slug: (await shared).slug } });
const among: RequestSpecs[string] = async () => {
  const { slug } = await shared;
  return { sees: (_, text) => text.includes(`"${slug}"`) };
};

export const part: RequestSpecs = {
  "studies.list network": among,
  "studies.list may-import": () => ({ sees: (it) => (it as { viewer: { mayImport: boolean } }).viewer.mayImport }),
  "studies.get network": there,
  "studies.progress network": there,
  "studies.statements network": there,
  "studies.export network": there,
  "studies.import fresh": () => ({ body: freshFile() }),
  "studies.remove network": async () => ({ params: { slug: (await given.study()).slug } }),
};
