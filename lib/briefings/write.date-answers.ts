import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { BadField, Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import type { Viewer } from "@/lib/viewer/schema";
import { mayAnswerFor, readableBy } from "./policy";
import { mayGiveAnswer } from "./policy.dates";
import { isComplete } from "./read.poll-select";
import { answerObstacle } from "./rules.dates";
import type { AnswerInput, OfficeAnswerInput } from "./schema.dates";
import { mailIfAllAnswered } from "./write.date-mails";

type Given = Pick<AnswerInput, "answers" | "noneWorks" | "note">;
type From = { byHost: boolean; source?: AnswerInput["source"]; language: "en" | "fr" };

/** Says for an organization which dates suit it: by those who draft for it, or by the host, which says where it has it from. */
export const answerDates = (
  viewer: Viewer,
  { id, organization, ...given }: AnswerInput,
  seen: number | null,
  language: "en" | "fr",
) => answerFor(viewer, { id, asked: { organization: { slug: organization } }, seen, language }, given);

/** The same for an office: entered by the host, with its source. */
export const answerForOffice = (
  viewer: Viewer,
  { id, office, ...given }: OfficeAnswerInput,
  seen: number | null,
  language: "en" | "fr",
) => answerFor(viewer, { id, asked: { office: { slug: office } }, seen, language }, given);

type Target = {
  id: string;
  asked: Prisma.BriefingInviteeWhereInput;
  seen: number | null;
  language: "en" | "fr";
};

async function answerFor(
  viewer: Viewer,
  { id, asked, seen, language }: Target,
  given: Omit<AnswerInput, "id" | "organization">,
) {
  return transact(async (tx) => {
    const briefing = await tx.briefing.findFirst({
      where: { AND: [readableBy(viewer), { slug: id }] },
      select: {
        id: true,
        hostId: true,
        invitees: { where: { AND: [asked, { removedAt: null }] }, select: { id: true, organizationId: true } },
      },
    });
    if (!briefing) throw new Refusal("NOT_FOUND", "noSuchBriefing");
    const [invitee] = briefing.invitees;
    if (!invitee) throw new Refusal("NOT_FOUND", "notInvited");
    if (!mayGiveAnswer(viewer, { ...briefing, ...invitee })) throw new Refusal("FORBIDDEN", "notYourOrganization");
    await lockRights(tx, viewer);
    const own = invitee.organizationId !== null && mayAnswerFor(viewer, invitee.organizationId);
    const { source } = given;
    if (!own && !source?.en && !source?.fr) throw new BadField("source", "sourceMissing");
    const from = own ? { byHost: false, language } : { byHost: true, source, language };
    return saveAnswers(tx, { briefingId: briefing.id, inviteeId: invitee.id, seen }, given, from);
  });
}

type Addressee = { briefingId: string; inviteeId: string; seen: number | null };

/**
 * Keeps what an invitee says, in place of what was said before. No activity is recorded: who answered when is nobody's business, and the
 * record would keep it for ever.
 */
export async function saveAnswers(tx: Tx, { briefingId, inviteeId, seen }: Addressee, given: Given, from: From) {
  // Dates do not change under an answer, and two answers for one invitee wait for one another.
  await tx.$queryRaw`SELECT 1 FROM "Briefing" WHERE "id" = ${briefingId}::uuid FOR SHARE`;
  await tx.$queryRaw`SELECT 1 FROM "BriefingInvitee" WHERE "id" = ${inviteeId}::uuid FOR UPDATE`;
  const now = await readClock(tx);
  const briefing = await tx.briefing.findUniqueOrThrow({
    where: { id: briefingId },
    select: {
      state: true,
      answersCloseAt: true,
      options: { where: { withdrawnAt: null }, select: { id: true, revision: true } },
    },
  });
  const reply = await tx.dateReply.findUnique({ where: { inviteeId }, select: { version: true } });
  const obstacle = answerObstacle(briefing, from.byHost, now);
  if (obstacle) throw new Refusal("CONFLICT", obstacle);
  if ((reply?.version ?? null) !== seen)
    throw new Refusal("PRECONDITION_FAILED", "changedMeanwhile", { current: reply?.version ?? null });
  const { options: dates } = briefing;
  const answers = toAnswers(given, dates);
  const optionIds = dates.map((it) => it.id);
  await tx.dateAnswer.deleteMany({ where: { inviteeId, optionId: { in: optionIds } } });
  await tx.dateAnswer.createMany({ data: answers.map((it) => ({ inviteeId, ...it })) });
  const kept = {
    noneWorks: given.noneWorks,
    // What the organization wrote to the host stays where the host enters an answer and writes nothing.
    ...((given.note || !from.byHost) && { note: given.note || null, language: given.note ? from.language : null }),
    enteredByHost: from.byHost,
    sourceEn: from.source?.en || null,
    sourceFr: from.source?.fr || null,
    answeredAt: now,
    version: (reply?.version ?? 0) + 1,
  };
  await tx.dateReply.upsert({ where: { inviteeId }, create: { inviteeId, ...kept }, update: kept });
  if (isComplete({ answers }, dates)) await mailIfAllAnswered(tx, briefingId);
  return { version: kept.version };
}

type Standing = { id: string; revision: number };

/** "None of these works" is a no to each date that stands, and to none that is offered later. */
function toAnswers({ answers, noneWorks }: Given, dates: readonly Standing[]) {
  if (noneWorks) return dates.map(({ id, revision }) => ({ optionId: id, revision, answer: "no" as const }));
  if (new Set(answers.map((it) => it.option)).size < answers.length) throw new BadField("answers", "dateRepeated");
  return answers.map(({ option, revision, answer }) => {
    const date = dates.find((it) => it.id === option);
    if (!date) throw new BadField("answers", "noSuchDate");
    // Somebody would else say yes to a date that they never saw.
    if (date.revision !== revision) throw new Refusal("CONFLICT", "dateChanged");
    return { optionId: option, revision, answer };
  });
}
