import { unasked } from "@/bin/bench/twins/unasked";
import { db } from "@/lib/platform/db";

const organizationName = { slug: true, nameEn: true } as const;
const meetingName = { slug: true, titleEn: true, part: true, startsAt: true } as const;

export const readBriefing = (slug: string) =>
  db.briefing.findUniqueOrThrow({
    ...unasked,
    where: { slug },
    select: {
      ...meetingName,
      titleFr: true,
      purposeEn: true,
      placeEn: true,
      state: true,
      attribution: true,
      quorum: true,
      minutes: true,
      zone: true,
      wallStart: true,
      host: { select: organizationName },
      partOf: { select: { ...meetingName, parts: { select: meetingName } } },
      parts: { select: meetingName },
      follows: { select: meetingName },
      steps: { orderBy: { number: "asc" }, select: { number: true, kind: true, at: true } },
      invitees: {
        where: { removedAt: null },
        select: {
          id: true,
          organization: { select: organizationName },
          office: { select: { slug: true, titleEn: true, institutionEn: true } },
        },
      },
      options: {
        orderBy: { number: "asc" },
        select: { id: true, wallStart: true, zone: true, answers: { select: { inviteeId: true, answer: true } } },
      },
      items: {
        orderBy: { number: "asc" },
        select: {
          id: true,
          number: true,
          kind: true,
          titleEn: true,
          whyEn: true,
          minutes: true,
          outcome: true,
          inheritedFromId: true,
          lead: { select: organizationName },
          raises: { select: organizationName },
          answerers: { select: { organization: { select: organizationName } } },
          recommendation: { select: { ref: true, titleEn: true } },
          talkingPoint: { select: { slug: true, versions: { orderBy: { number: "desc" }, take: 1 } } },
          proposition: { select: { slug: true, number: true, versions: { orderBy: { number: "desc" }, take: 1 } } },
          papers: { where: { withdrawnAt: null }, select: { id: true, titleEn: true } },
        },
      },
      papers: {
        where: { withdrawnAt: null },
        select: { id: true, titleEn: true, file: { select: { name: true, bytes: true } } },
      },
      filings: {
        select: {
          filedAt: true,
          organization: { select: organizationName },
          lines: { orderBy: { number: "asc" }, select: { number: true, whatEn: true, whenEn: true, helpEn: true } },
        },
      },
    },
  });

export type Read = Awaited<ReturnType<typeof readBriefing>>;
export type Item = Read["items"][number];

/** What an item is called: by itself, or by the thing that is spoken about. */
export const titleOf = (item: Item) =>
  item.titleEn ??
  item.recommendation?.titleEn ??
  item.talkingPoint?.versions[0]?.titleEn ??
  item.proposition?.versions[0]?.titleEn ??
  item.kind;
