import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { type Tx, transact } from "@/lib/platform/db/client";
import { BadField, Refusal } from "@/lib/platform/http/refusal";
import type { Viewer } from "@/lib/viewer/schema";
import { toSlug } from "../proposals/rules";
import { record } from "./activity";
import { mayWrite, readableBy } from "./policy";
import { pointAt } from "./rules.address";
import { reviewDay, reviewObstacle } from "./rules.status";
import type { TalkingPointInput } from "./schema";
import { actorColumns, findActing, readCalendar } from "./write.context";
import { composeText, findPropositions, findThemes, insertVersion } from "./write.text";
import { askForTranslations } from "./write.translations";

/** A member proposes a line to speak along, or a norm of how the network speaks. It leads it, and nobody else has answered. */
export async function proposeTalkingPoint(viewer: Viewer, input: TalkingPointInput): Promise<string> {
  return transact(async (tx) => {
    const organization = await findActing(tx, viewer, input.organization);
    const themeIds = await findThemes(tx, input.themes);
    if (!mayWrite(viewer, { organizationId: organization.id, themeIds })) throw new Refusal("FORBIDDEN", "notDrafter");
    const actor = await actorColumns(tx, viewer);
    const text = await composeText(tx, input, actor.actorId);
    const propositionIds = await findPropositions(tx, input.propositions);
    const sources = await findSources(tx, input.sources);
    const proposesAnewId = await findRetired(tx, viewer, input.proposesAnew);
    const { now, today } = await readCalendar(tx);
    const reviewBy = readReviewDay(input.reviewBy, today);

    const [id, organizationId] = [randomUUID(), organization.id];
    const status = input.open ? ("in_discussion" as const) : ("draft" as const);
    const about = { regimeAreas: input.regimeAreas, audiences: input.audiences, kind: input.kind };
    await tx.talkingPoint.createMany({
      data: [
        {
          ...{ id, slug: newSlug(text), ...about, status, proposedById: organizationId, proposesAnewId },
          ...{ openedVersion: input.open ? 1 : null, reviewBy: new Date(reviewBy), createdAt: now },
        },
      ],
    });
    const version = { talkingPointId: id, number: 1, organizationId, change: "material" as const, createdAt: now };
    const by = { authorId: actor.actorId, byToken: actor.byToken };
    await insertVersion(tx, { ...version, ...by }, text, { themeIds, propositionIds });
    await tx.talkingPointLead.create({ data: { talkingPointId: id, organizationId } });
    await tx.talkingPointSource.createMany({
      data: sources.map((libraryItemId, sort) => ({ talkingPointId: id, libraryItemId, sort })),
    });
    await tx.talkingPointStep.create({
      data: { talkingPointId: id, number: 1, status, version: 1, at: now, organizationId, ...actor },
    });
    await askForTranslations(tx, { talkingPointId: id, version: 1, organizationId }, text.clauses, input.clauses);
    await record(tx, "talkingPoint.proposed", viewer, `talkingPoint/${id}`, {
      organization: organizationId,
      digest: text.digest,
    });
    return id;
  });
}

/** Ends in random letters: whether a title is taken would tell of a draft that its reader does not see. */
const newSlug = ({ titleEn, titleFr }: { titleEn: string | null; titleFr: string | null }) =>
  `${toSlug(titleEn ?? titleFr ?? "", new Set())}-${randomBytes(3).toString("hex")}`;

export function readReviewDay(given: string | undefined, today: string): string {
  const obstacle = given ? reviewObstacle(given, today) : null;
  if (obstacle) throw new BadField("reviewBy", obstacle);
  return given ?? reviewDay(today);
}

async function findSources(tx: Tx, slugs: readonly string[]): Promise<string[]> {
  const found = await tx.libraryItem.findMany({
    where: { slug: { in: [...slugs] } },
    select: { id: true, slug: true },
  });
  const ids = new Map(found.map((it) => [it.slug, it.id]));
  return slugs.map((slug, at) => {
    const id = ids.get(slug);
    if (!id) throw new BadField(`sources.${at}`, "invalid");
    return id;
  });
}

/** What was retired is proposed anew by a point of its own, linked to it. */
async function findRetired(tx: Tx, viewer: Viewer, id: string | undefined): Promise<string | null> {
  if (id === undefined) return null;
  const found = await tx.talkingPoint.findFirst({
    where: { AND: [readableBy(viewer), pointAt(id)] },
    select: { id: true, status: true },
  });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchTalkingPoint");
  if (found.status !== "retired") throw new Refusal("CONFLICT", "notRetired");
  return found.id;
}
