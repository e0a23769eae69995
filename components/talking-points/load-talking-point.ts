import { notFound } from "next/navigation";
import { z } from "zod";
import { requireAccount } from "@/components/accounts/require-account";
import { noDiscussions } from "@/components/briefings/agenda/discussed-at";
import { collectPages } from "@/lib/api/collect-pages";
import { orNotFound } from "@/lib/api/or-not-found";
import { api, getViewer } from "@/lib/api/server";
import { isOpen } from "@/lib/talking-points/rules.endorsements";
import { draftingOrganizationsOf } from "@/lib/viewer/rules";
import type { PageQuery } from "./talking-points-query";

const one = <T extends z.ZodType>(shape: T) =>
  z.preprocess((it) => (Array.isArray(it) ? it[0] : it) || undefined, shape.optional().catch(undefined));
const pageQuery = z.object({
  /** Which of the two languages are shown; both unless chosen. */
  text: one(z.enum(["en", "fr"])),
  /** Marks what changed since this version. */
  since: one(z.coerce.number().int().min(1)),
  /** Only the clauses at which something is still open, with that alone in their margin. */
  open: one(z.enum(["true"])),
  asOf: one(z.iso.date()),
  /** The answer that the reader is about to give. */
  answer: one(z.enum(["endorse", "endorse_with_reservation", "stand_aside", "object"])),
  for: one(z.string().max(80)),
});

/** A point with the version in force, what changed since another where that is asked for, and who reads. */
export async function loadTalkingPoint(slug: string, query: PageQuery) {
  await requireAccount();
  const choice = pageQuery.parse(query);
  const asOf = choice.asOf && { asOf: choice.asOf };
  const place = { id: slug, ...asOf };
  const [viewer, point, discussion, rounds, marks, amendments, discussions] = await orNotFound(
    Promise.all([
      getViewer(),
      api.talkingPoints.get(place),
      api.talkingPoints.comments.list({ ...place, state: "open", about: "text", limit: 100 }),
      api.talkingPoints.rounds.list(place),
      choice.asOf ? null : api.talkingPoints.marks.walkAway({ id: slug }),
      collectPages((page) => api.talkingPoints.amendments.list({ ...place, ...page })),
      choice.asOf ? noDiscussions : api.briefings.agenda.about({ kind: "point", about: slug, limit: 20 }),
    ]),
  );
  const since = point.versions.find((it) => it.number === choice.since && it.number < point.number)?.number ?? null;
  const changes = since === null ? null : await api.talkingPoints.compare({ id: slug, from: since, to: point.number });
  const mayPropose = draftingOrganizationsOf(viewer).length > 0;
  const amends = !choice.asOf && isOpen(point.status) && mayPropose;
  const writer = viewer.personId ?? "";
  return {
    ...{ point, rounds, marks, discussion, discussions, choice, since, changes },
    ...{ amendments, amends, mayPropose, writer },
  };
}
export type TalkingPointFacts = Awaited<ReturnType<typeof loadTalkingPoint>>;

/** Two versions of a point, word by word. */
export async function loadComparison(slug: string, query: PageQuery) {
  await requireAccount();
  const point = await orNotFound(api.talkingPoints.get({ id: slug }));
  const numbers = point.versions.map(({ number }) => number).sort((a, b) => a - b);
  const asked = z.object({ from: one(z.coerce.number().int()), to: one(z.coerce.number().int()) }).parse(query);
  const to = numbers.find((it) => it === asked.to) ?? numbers.at(-1) ?? 1;
  const from = numbers.find((it) => it === asked.from) ?? numbers.filter((it) => it < to).at(-1) ?? to;
  return { point, numbers, comparison: await orNotFound(api.talkingPoints.compare({ id: slug, from, to })) };
}
export type ComparisonFacts = Awaited<ReturnType<typeof loadComparison>>;

/** One version as it was: its words, its digest, and the answers that were given to them. */
export async function loadVersion(slug: string, number: string) {
  await requireAccount();
  const asked = z.coerce.number().int().min(1).safeParse(number);
  if (!asked.success) notFound();
  const [point, version, amendments] = await Promise.all([
    orNotFound(api.talkingPoints.get({ id: slug })),
    orNotFound(api.talkingPoints.version({ id: slug, number: asked.data })),
    orNotFound(collectPages((place) => api.talkingPoints.amendments.list({ id: slug, ...place }))),
  ]);
  return { point, version, amendments };
}
export type VersionFacts = Awaited<ReturnType<typeof loadVersion>>;
