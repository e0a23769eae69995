import "server-only";
import { createHmac } from "node:crypto";
import { toOrganizationName } from "@/lib/organizations/read.select";
import { db, type Tx } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { clientKey } from "@/lib/platform/http/client-key.mjs";
import { consumeQuota } from "@/lib/platform/http/rate-limit";
import { Refusal } from "@/lib/platform/http/refusal";
import { sha256 } from "@/lib/platform/text/digest";
import { readToday } from "@/lib/platform/time/today";
import type { Viewer } from "@/lib/viewer/schema";
import { openedBy } from "./policy.dates";
import { toCloses } from "./read.dates";
import { readClosings, toOfferedDates } from "./read.offered-dates";
import { answersOf, pollSelect } from "./read.poll-select";
import { answerObstacle } from "./rules.dates";
import type { DatePoll } from "./schema.date-links";

/**
 * The token of one link: 128 bits made of what the database holds and of a secret that it does not, so that neither the table nor the
 * queue holds a token, and a mail that is tried again carries the same one.
 */
export const dateLinkToken = (id: string) =>
  createHmac("sha256", env().secret).update(`date link ${id}`).digest().subarray(0, 16).toString("base64url");

const perToken = { name: "date poll", most: 120, minutes: 10 };
const perAddress = { name: "date poll address", most: 300, minutes: 10 };

/** Whoever tries out tokens is stopped soon, and so is whoever asks with one again and again. */
export async function consumeLinkQuota(address: string, token: string) {
  const within = (await consumeQuota(perAddress, clientKey(address))) && (await consumeQuota(perToken, token));
  if (!within) throw new Refusal("TOO_MANY_REQUESTS", "tooManyDatePolls", { retryAfter: 600 });
}

/** Whom a link is for. Whatever opens nothing is one answer, whyever it does. */
export async function findByLink(tx: Tx, token: string, now: Date) {
  const found = await tx.dateLink.findFirst({
    where: openedBy(sha256(token), now),
    select: { inviteeId: true, language: true, invitee: { select: { briefingId: true } } },
  });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchDatePoll");
  return { inviteeId: found.inviteeId, briefingId: found.invitee.briefingId };
}

/** What a link shows, and changes nothing by it: mail scanners look at every link. */
export async function openDatePoll(viewer: Viewer, token: string, address: string): Promise<DatePoll> {
  await consumeLinkQuota(address, token);
  const { now, timeZone } = await readToday(db);
  const { inviteeId, briefingId } = await findByLink(db, token, now);
  const found = await db.briefing.findUniqueOrThrow({ where: { id: briefingId }, select: pollSelect(now) });
  const invitee = found.invitees.find((it) => it.id === inviteeId);
  if (!invitee) throw new Refusal("NOT_FOUND", "noSuchDatePoll");
  const own = viewer.timeZone ?? timeZone;
  const provinces = invitee.organization ? [invitee.organization.province] : [];
  // What the network entered, and where others are, is not for whoever holds a link: the days that the law closes are.
  const closings = await readClosings(db, found, { provinces, entered: false });
  const dates = toOfferedDates(found, { now, own, network: timeZone, closings });
  const { organization, office, reply } = invitee;
  const chosen = found.state === "scheduled";
  return {
    host: toOrganizationName(found.host),
    invitee: office
      ? { en: office.titleEn, fr: office.titleFr }
      : { en: organization?.nameEn ?? "", fr: organization?.nameFr ?? "" },
    state: chosen ? "chosen" : answerObstacle(found, false, now) ? "closed" : "open",
    zone: found.zone,
    minutes: found.minutes,
    closes: toCloses(found, own, now),
    dates: dates.filter((it) => !chosen || it.chosen).map(({ best: _, quorumReached: __, ...date }) => date),
    own: {
      answers: answersOf(invitee, found.options),
      noneWorks: reply?.noneWorks ?? false,
      note: reply?.note ?? null,
      version: reply?.version ?? null,
    },
  };
}
