import "server-only";
import { db } from "@/lib/platform/db/client";
import type { Locale } from "@/lib/platform/i18n/routing";
import { dayIn } from "@/lib/platform/time/zone";
import type { Viewer } from "@/lib/viewer/schema";
import { getVersion } from "./read.compare";
import { getTalkingPoint } from "./read.detail";
import { findMoment } from "./read.state";
import { isOutside, mayBeNamed, toBehind, toRemarks } from "./rules.handout";
import type { Endorsement } from "./schema.endorsements";
import type { Handout, HandoutInput } from "./schema.handout";

/** What this viewer takes along of a version, for an audience. With `current`, the words in force unless a version is named. */
export async function getHandout(
  viewer: Viewer,
  input: HandoutInput & { language: Locale },
  current = false,
): Promise<Handout> {
  const { timeZone, today } = await findMoment(undefined);
  const point = await getTalkingPoint(viewer, input.id);
  const number = input.version ?? (current ? point.number : (point.usableVersion ?? point.number));
  const version = await getVersion(viewer, point.id, number);
  const audience = input.audience ?? point.audiences[0] ?? "members";
  const outside = isOutside(audience);
  const isNamed = outside ? await findNamed(version.answers) : () => true;
  const last = point.steps.at(-1);
  return {
    ...{ id: point.id, slug: point.slug, title: version.title, audience, language: input.language },
    ...{ number, digest: version.digest, postedOn: dayIn(timeZone, new Date(version.at)), day: today },
    ...{ status: point.status, usableVersion: point.usableVersion, current: point.number },
    ...{ reviewBy: point.reviewBy, stale: point.stale, caution: point.caution },
    reason: point.status === "retired" ? (last?.reason ?? null) : null,
    ...toBehind(version, isNamed),
    clauses: version.clauses.map(({ viewer: _, translation: __, ...clause }) => clause),
    remarks: toRemarks(version, isNamed, outside),
  };
}

/** Whose answers may bear their name outside the network. */
async function findNamed(answers: readonly Endorsement[]) {
  const rows = await db.organization.findMany({
    where: { slug: { in: answers.map((it) => it.organization.slug) } },
    select: { slug: true, listing: true },
  });
  const listings = new Map(rows.map((it) => [it.slug, it.listing]));
  return ({ organization, publicly }: Endorsement) =>
    mayBeNamed({ publicly, listing: listings.get(organization.slug) ?? "network" });
}
