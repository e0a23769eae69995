import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { readClock } from "@/lib/platform/time/clock";
import { isFresh } from "@/lib/platform/time/nightly";
import type { AsOf } from "@/lib/positions/read";
import { inNetwork } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { concealedFrom } from "./policy";
import type { Concealed, Concealment } from "./rules.concealed";

/** A day that is over is told what the marks said of it; a mark that ended since still holds for the days before. */
const inForce = (past: AsOf | null): Prisma.ConcealedThemeWhereInput =>
  past ? { since: { lt: past.end }, OR: [{ until: null }, { until: { gte: past.end } }] } : { until: null };

/** By theme, what may be kept from this viewer. The number of statements does not depend on the data. */
export async function readConcealed(
  tx: Tx,
  viewer: Viewer,
  { concealedAt }: { concealedAt: Date | null },
  past: AsOf | null = null,
): Promise<Concealed> {
  // Without a batch of the last night nobody knows what is concealed, so nobody is told that nothing is. Of a day before
  // that batch it is known what was marked.
  const known = past !== null && concealedAt !== null && concealedAt >= past.end;
  if (!known && !isFresh(concealedAt, await readClock(tx))) return "unknown";
  const marked = { AND: [concealedFrom(viewer), inForce(past)] };
  const findThemes = (where: Prisma.ConcealedThemeWhereInput) =>
    tx.theme.findMany({ where: { concealed: { some: where } }, select: { slug: true } });
  const themes = await findThemes(marked);
  // Whoever is not listed to the public has no cell there that would be blank; to the network everybody is listed.
  const unlisted = inNetwork(viewer)
    ? []
    : await findThemes({ ...marked, organization: { listing: { not: "public" } } });
  return new Map([
    ...themes.map(({ slug }): [string, Concealment] => [slug, "blanks"]),
    ...unlisted.map(({ slug }): [string, Concealment] => [slug, "anything"]),
  ]);
}
