import "server-only";
import { organizationNameSelect } from "@/lib/organizations/read.select";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { answerTo } from "./rules.dates";

const dateSelect = {
  id: true,
  number: true,
  revision: true,
  allDay: true,
  wallStart: true,
  wallEnd: true,
  zone: true,
  startsAt: true,
  endsAt: true,
  noteEn: true,
  noteFr: true,
  chosenAt: true,
} satisfies Prisma.DateOptionSelect;

const inviteeSelect = (now: Date) =>
  ({
    id: true,
    organizationId: true,
    organization: { select: { ...organizationNameSelect, province: true } },
    office: { select: { slug: true, titleEn: true, titleFr: true } },
    answers: { select: { optionId: true, revision: true, answer: true } },
    reply: true,
    links: {
      where: { revokedAt: null, expiresAt: { gt: now } },
      orderBy: { createdAt: "desc" },
      select: { id: true, address: true, createdAt: true, expiresAt: true },
    },
  }) satisfies Prisma.BriefingInviteeSelect;

/** A meeting with the dates that stand and with everybody who is asked, whatever the viewer may see of it. */
export const pollSelect = (now: Date) =>
  ({
    id: true,
    slug: true,
    kind: true,
    state: true,
    titleEn: true,
    titleFr: true,
    zone: true,
    minutes: true,
    quorum: true,
    hostId: true,
    host: { select: organizationNameSelect },
    answersCloseWall: true,
    answersCloseAt: true,
    options: { where: { withdrawnAt: null }, orderBy: [{ startsAt: "asc" }, { number: "asc" }], select: dateSelect },
    invitees: { where: { removedAt: null }, select: inviteeSelect(now) },
    steps: {
      where: { kind: "poll_reopened" },
      orderBy: { number: "desc" },
      take: 1,
      select: { reasonEn: true, reasonFr: true },
    },
  }) satisfies Prisma.BriefingSelect;
export type PollFound = Prisma.BriefingGetPayload<{ select: ReturnType<typeof pollSelect> }>;
export type InviteeFound = PollFound["invitees"][number];
export type DateFound = PollFound["options"][number];

type Answering = { answers: readonly Pick<InviteeFound["answers"][number], "optionId" | "revision" | "answer">[] };
type Dated = readonly Pick<DateFound, "id" | "revision">[];

/** What an invitee says of each date that stands, as it stands. */
export const answersOf = ({ answers }: Answering, dates: Dated) =>
  Object.fromEntries(
    dates.map((date) => [
      date.id,
      answerTo(
        date,
        answers.find((it) => it.optionId === date.id),
      ),
    ]),
  );

export const isComplete = (invitee: Answering, dates: Dated) =>
  dates.length > 0 && Object.values(answersOf(invitee, dates)).every((it) => it !== null);
