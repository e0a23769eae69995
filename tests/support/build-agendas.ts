import { randomBytes, randomUUID } from "node:crypto";
import type { ItemInput } from "@/lib/briefings/schema.agenda";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";

type Row = Partial<Omit<Prisma.AgendaItemCreateManyInput, "id">>;

/** Items on the agenda of a meeting, in this order; free ones unless said otherwise. */
export async function putOnAgenda(briefing: { id: string }, rows: readonly Row[]) {
  const items = rows.map((row, at) => ({
    ...{ briefingId: briefing.id, number: at + 1, kind: "free" as const, minutes: 15 },
    titleEn: `Item ${at + 1}`,
    titleFr: `Point ${at + 1}`,
    createdAt: new Date(),
    ...row,
    id: randomUUID(),
  }));
  await db.agendaItem.createMany({ data: items });
  return items;
}

/** A recommendation of a report that tests have to themselves. */
export async function addRecommendation(options: Partial<Prisma.RecommendationCreateManyInput> = {}) {
  const ref = `T${randomBytes(4).toString("hex")}`;
  return db.recommendation.create({
    data: {
      ...{ ref, slug: `recommendation-${ref}`, kind: "call", addressees: [], regimeArea: "practice" as const },
      ...{ titleEn: `Recommendation ${ref}`, titleFr: `Recommandation ${ref}`, textEn: "Do it.", textFr: "Faites-le." },
      ...{ section: "Chapter", sectionFr: "Chapitre", locator: "p. 1", standing: true, cadence: "each", sort: 1 },
      ...options,
    },
  });
}

/** A free item as it is sent. */
export const freeItem = (title: string, more: Partial<ItemInput> = {}): ItemInput => ({
  ...{ id: randomUUID(), kind: "free", title: { en: title }, why: {}, minutes: 10, lead: null, attribution: null },
  ...more,
});

type Read = {
  id: string;
  kind: ItemInput["kind"];
  about: { ref: string; slug: string } | null;
  title: { en: string | null; fr: string | null };
  why: { en: string | null; fr: string | null };
  minutes: number;
  lead: { slug: string } | null;
  attribution: ItemInput["attribution"];
};

const written = ({ en, fr }: Read["title"]) => ({ ...(en && { en }), ...(fr && { fr }) });

/** An item that was read, as it is sent again. */
export const toInput = ({ id, kind, about, title, why, minutes, lead, attribution }: Read): ItemInput => ({
  ...{ id, kind, minutes, attribution, title: written(title), why: written(why), lead: lead?.slug ?? null },
  ...(about && kind !== "approval" && { about: kind === "recommendation" ? about.ref : about.slug }),
});
