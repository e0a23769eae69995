import type { BriefingDetail, BriefingList } from "@/lib/briefings/schema";
import type { Invitable } from "@/lib/briefings/schema.invitable";
import { buildBriefing } from "@/prisma/seed/build-briefing";
import { insertBriefing } from "@/tests/support/build-briefings";
import type { RequestSpec, RequestSpecs } from "@/tests/support/matrix/cells";
import type { MatrixWorld } from "@/tests/support/matrix/world";

/** A meeting that ours hosts, of each request its own. */
const hosted =
  (request: (slug: string, world: MatrixWorld) => RequestSpec): RequestSpecs[string] =>
  async (world) => {
    const built = buildBriefing({ host: world.ours, invited: [world.ours], at: new Date() });
    await insertBriefing(built);
    const { slug } = built.briefing;
    return { params: { id: slug }, ...request(slug, world) };
  };

const seen = { headers: { "if-match": '"1"' } };

export const part: RequestSpecs = {
  "briefings.list listed": hosted((slug) => ({
    sees: (it) => (it as BriefingList).items.some((row) => row.slug === slug),
  })),
  "briefings.list cadences": hosted(() => ({ sees: (it) => (it as BriefingList).cadences.length > 0 })),
  "briefings.invitable listed": ({ ours }) => ({
    sees: (it) => (it as Invitable).organizations.some(({ slug }) => slug === ours.slug),
  }),
  "briefings.get network": hosted(() => ({})),
  "briefings.get may-host": hosted(() => ({ sees: (it) => (it as BriefingDetail).viewer.mayHost })),
  "briefings.plan ours": ({ ours }) => ({
    body: {
      ...{ host: ours.slug, kind: "civil_society", title: { en: "Matrix meeting" }, attribution: "chatham_house" },
      ...{ minutes: 60, zone: "America/Toronto" },
    },
  }),
  "briefings.plan next": hosted((slug) => ({ body: { follows: slug } })),
  "briefings.change ours": hosted(() => ({ ...seen, body: { quorum: 4 } })),
  "briefings.chooseAttribution ours": hosted(() => ({ ...seen, body: { rule: "decisions_only" } })),
};
