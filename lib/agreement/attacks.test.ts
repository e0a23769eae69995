import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { handleRest } from "@/lib/api/handlers";
import { db } from "@/lib/platform/db/client";
import { anonymousContext } from "@/lib/viewer/api.procedure";
import { type Viewer, visitor } from "@/lib/viewer/schema";
import { buildOrganization } from "@/prisma/seed/build-organization";
import { clear, givenProposition, stand, viewerOf } from "@/tests/support/agreement-world";
import { refreshConcealed } from "./jobs";

// Attack 10: whoever may not read a stance compares what they are told around the moment at which it changes.

let ids: string[];
let propositions: string[];
const slugs = Array.from({ length: 8 }, (_, it) => `member-${it}`);
const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

beforeEach(build);

afterEach(clear);

/** Every view in both formats, narrowed to one theme and to two organizations, now and on days around the change. */
const viewPaths = [
  "/agreement",
  "/agreement?theme=theme-first&limit=1",
  `/agreement?asOf=${ago(1)}`,
  `/agreement?asOf=${ago(0)}`,
  "/agreement/export",
  "/agreement/export?theme=theme-first&language=fr",
  `/agreement/export?asOf=${ago(1)}`,
  "/agreement/map",
  "/agreement/map?reservation=whole",
  "/agreement/map?theme=theme-first",
  `/agreement/map?asOf=${ago(1)}`,
  "/agreement/map/export",
  "/agreement/map/export?theme=theme-first",
  "/agreement/differences?organization=member-7&other=member-0",
  "/agreement/differences?organization=member-7&other=member-7",
  "/agreement/differences/export?organization=member-0&other=member-7",
  "/agreement/days",
  `/agreement/days?theme=theme-first&asOf=${ago(1)}`,
  `/agreement/changes?since=${ago(2)}`,
  `/agreement/changes?since=${ago(1)}&theme=theme-first&limit=1`,
  "/agreement/ladder",
  "/agreement/letters",
  `/agreement/letters?asOf=${ago(1)}&theme=theme-first`,
  "/agreement/polis",
];

async function readAllViews(viewer: Viewer): Promise<[string, string][]> {
  const answers: [string, string][] = [];
  for (const path of viewPaths) {
    const context = { ...anonymousContext, viewer, resHeaders: new Headers() };
    const answer = await handleRest(new Request(`http://localhost:3000/api/v1${path}`), context);
    expect([path, answer?.status]).toEqual([path, 200]);
    answers.push([path, (await answer?.text()) ?? ""]);
  }
  return answers;
}

describe("differencing two maps around one change", () => {
  test.each([
    "organization",
    "convener",
    "network",
  ] as const)("tells a visitor nothing of a stance for the %s, by any view, filter, day or format, before the next batch", async (visibility) => {
    const before = await readAllViews(visitor);
    await stand(ids[7] ?? "", propositions[0] ?? "", { stance: "oppose", visibility });
    expect(await readAllViews(visitor)).toEqual(before);
  });

  test("the batch tells that some are not shown, and neither who nor what", async () => {
    const answers: [string, string][][] = [];
    for (const stance of ["oppose", "support"] as const) {
      await stand(ids[7] ?? "", propositions[0] ?? "", { stance, visibility: "organization" });
      await refreshConcealed();
      answers.push(await readAllViews(visitor));
      await clear();
      await build();
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[0]?.[0]?.[1]).toContain('"notShown":"some"');
  });

  test("another member learns no more than a visitor of what an organization keeps to itself", async () => {
    const member = await viewerOf("member-0");
    const before = await readAllViews(member);
    await stand(ids[7] ?? "", propositions[1] ?? "", { stance: "support", visibility: "organization" });
    expect(await readAllViews(member)).toEqual(before);
  });
});

describe("groups", () => {
  test("are broken down for nobody where one of them has fewer than five members", async () => {
    const answers = await readAllViews(visitor);
    const map = JSON.parse(answers.find(([path]) => path === "/agreement/map")?.[1] ?? "{}");
    expect(map.groups.letters).toEqual([]);
    expect(map.marks.every((it: { group: string | null }) => it.group === null)).toBe(true);
  });
});

/** Seven who said everything in public, and one who has said nothing yet. */
async function build() {
  const data = slugs.map((slug, at) => buildOrganization({ slug, code: `M${at}`, listing: "public" }));
  ids = (await db.organization.createManyAndReturn({ data })).map((it) => it.id);
  propositions = [];
  for (const [at, slug] of ["first", "second", "third", "fourth"].entries())
    propositions.push(await givenProposition(slug, at + 1));
  for (const [at, organization] of ids.slice(0, 7).entries()) {
    for (const [place, proposition] of propositions.entries()) {
      const stance = (at + place) % 3 === 0 ? "oppose" : "support";
      await stand(organization, proposition, { stance, visibility: "public" });
    }
  }
  await refreshConcealed();
}
