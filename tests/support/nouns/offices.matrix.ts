import { randomUUID } from "node:crypto";
import { db } from "@/lib/platform/db/client";
import type { RequestSpec, RequestSpecs } from "@/tests/support/matrix/cells";
import { officeRow } from "@/tests/support/office-row";

const shared = db.office.create({ data: officeRow("matrix-office") });
const firstOn = new Date("2025-03-01");
const holders = { create: { name: "Somebody", firstOn } };

/** An office of its own, since it is changed, with somebody who holds it. */
async function changed(request: RequestSpec = {}, writtenByPersonId: string | null = null): Promise<RequestSpec> {
  const slug = `matrix-${randomUUID()}`;
  const made = await db.office.create({
    data: { ...officeRow(slug), writtenByPersonId, holders },
    select: { holders: { select: { id: true } } },
  });
  const params = { slug, holder: made.holders[0]?.id ?? "" };
  return { params, headers: { "if-match": '"1"' }, ...request };
}

const pair = (en: string) => ({ en, fr: en });
const newOffice = () => ({
  ...{ institution: pair("Foreign Affairs"), title: pair(`Office ${randomUUID()}`), function: pair("Policy on R2P") },
});

export const part: RequestSpecs = {
  "offices.list network": async () => {
    const { slug } = await shared;
    return { sees: (_, text) => text.includes(`"${slug}"`) };
  },
  "offices.list may-write": () => ({ sees: (it) => (it as { viewer: { mayWrite: boolean } }).viewer.mayWrite }),
  "offices.get network": async () => ({ params: { slug: (await shared).slug } }),
  "offices.add new": () => ({ body: newOffice() }),
  "offices.change open": () => changed({ body: { title: pair("Another title") } }),
  "offices.check of-another": ({ ours }) => changed({ body: { onBehalfOf: ours.slug } }),
  "offices.check own-title": ({ ours, who }, subject) =>
    changed({ body: { onBehalfOf: ours.slug } }, who[subject].id || null),
  "offices.close open": () => changed(),
  "offices.addHolder open": () => changed({ body: { name: "Somebody else", firstOn: "2026-01-01" } }),
  "offices.endHolder open": () => changed({ body: { lastOn: "2026-01-01" } }),
  "offices.eraseHolder open": () => changed(),
};
