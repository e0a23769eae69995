import { buildBriefing } from "@/prisma/seed/build-briefing";
import { insertBriefing } from "@/tests/support/build-briefings";
import { addPaperRow } from "@/tests/support/build-papers";
import { given } from "@/tests/support/builders";
import type { RequestSpec, RequestSpecs } from "@/tests/support/matrix/cells";

type Id = { id: string };

/** Somebody who has no part in the matrix. */
const elsewhere = given.organization();

async function meet(host: Id, invited: readonly Id[] = []) {
  const built = buildBriefing({ host, invited, at: new Date() });
  await insertBriefing(built);
  return built.briefing;
}

async function withPaper(host: Id, by: Id, withdrawn = false): Promise<RequestSpec> {
  const { id, slug } = await meet(host);
  const paper = await addPaperRow({ briefingId: id, organizationId: by.id, withdrawn });
  return { params: { id: slug, paper: paper.id } };
}

function newPaper(onBehalfOf: string) {
  const body = new FormData();
  body.set("onBehalfOf", onBehalfOf);
  body.set("file", new File(["A paper"], "paper.txt", { type: "text/plain" }));
  body.set("titleEn", "A paper");
  body.set("language", "en");
  return body;
}

const handIn = (slug: string, onBehalfOf: string): RequestSpec => ({
  params: { id: slug },
  body: newPaper(onBehalfOf),
});
type List = { viewer: { organizations: unknown[] } };

export const part: RequestSpecs = {
  "briefings.papers.list network": async () => {
    const { slug } = await meet(await elsewhere);
    return { params: { id: slug } };
  },
  "briefings.papers.list may-hand-in": async ({ ours }) => {
    const { slug } = await meet(await elsewhere, [ours]);
    return { params: { id: slug }, sees: (it) => (it as List).viewer.organizations.length > 0 || "no" };
  },
  "briefings.papers.file network": async () => withPaper(await elsewhere, await elsewhere),
  "briefings.papers.file withdrawn": async () => withPaper(await elsewhere, await elsewhere, true),
  "briefings.papers.add as-host": async ({ ours }) => handIn((await meet(ours)).slug, ours.slug),
  "briefings.papers.add as-invited": async ({ ours }) => handIn((await meet(await elsewhere, [ours])).slug, ours.slug),
  "briefings.papers.add not-invited": async ({ ours }) => handIn((await meet(await elsewhere)).slug, ours.slug),
  "briefings.papers.add as-convener": async ({ convening }) =>
    handIn((await meet(await elsewhere)).slug, convening.slug),
  "briefings.papers.withdraw of-host": async ({ ours }) => withPaper(ours, await elsewhere),
  "briefings.papers.withdraw of-invited": async ({ ours }) => withPaper(await elsewhere, ours),
  "briefings.papers.withdraw of-another": async () => withPaper(await elsewhere, await elsewhere),
  "briefings.pack.get network": async () => ({ params: { id: (await meet(await elsewhere)).slug } }),
  "briefings.pack.pdf network": async () => ({ params: { id: (await meet(await elsewhere)).slug } }),
};
