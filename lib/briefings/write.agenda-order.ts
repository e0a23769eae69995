import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import { BadField } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import type { Viewer } from "@/lib/viewer/schema";
import { agendaObstacle, findLooser, findMisplacedApproval } from "./rules.agenda";
import type { AgendaInput } from "./schema.agenda";
import { lockAgenda, type Meeting, raiseAgendaVersion, refuse } from "./write.agenda";
import { answererRows, findItems, findNamed, isSameAgenda, toItemRow } from "./write.agenda-rows";

/** Saves the whole agenda, in its order, over the one that was read. The same again changes nothing. */
export async function saveAgenda(viewer: Viewer, { id: slug, items }: AgendaInput, seen: number) {
  await transact(async (tx) => {
    const meeting = await lockAgenda(tx, viewer, slug, seen);
    refuse(agendaObstacle(meeting, await readClock(tx)));
    const misplaced = findMisplacedApproval(items);
    if (misplaced >= 0) throw new BadField(`items.${misplaced}.kind`, "approvalFirst");
    const looser = findLooser(items, meeting.attribution);
    const there = await findItems(
      tx,
      meeting.id,
      items.map((it) => it.id),
    );
    // What the meeting was tightened past since is no mistake of whoever saves: what holds is the meeting's rule.
    const before = there.find((it) => it.id === items[looser]?.id);
    if (looser >= 0 && before?.attribution !== items[looser]?.attribution)
      throw new BadField(`items.${looser}.attribution`, "onlyTighter");
    const named = await findNamed(tx, viewer, { meeting, items, there });
    const rows = items.map((item, at) => toItemRow(item, at, { named, meeting, there }));
    const answers = answererRows(items, named);
    if (isSameAgenda(rows, answers, there)) return;
    await storeItems(tx, meeting, { rows, answers, there });
    await raiseAgendaVersion(tx, meeting);
  });
}

type Stored = {
  rows: ReturnType<typeof toItemRow>[];
  answers: ReturnType<typeof answererRows>;
  there: Awaited<ReturnType<typeof findItems>>;
};

/** In as many statements for sixty items as for one. */
async function storeItems(tx: Tx, { id }: Meeting, { rows, answers, there }: Stored) {
  const ids = rows.map((it) => it.id);
  const off = there.filter((it) => it.number !== null && !ids.includes(it.id));
  const [proposed, own] = [off.filter((it) => it.proposedById), off.filter((it) => !it.proposedById)];
  // What an organization proposed is not thrown away by whoever made room: it waits for an answer again.
  await tx.agendaItem.updateMany({ where: { id: { in: proposed.map((it) => it.id) } }, data: { number: null } });
  await tx.agendaItem.deleteMany({ where: { id: { in: own.map((it) => it.id) } } });
  const at = await readClock(tx);
  await tx.$executeRaw`
    INSERT INTO "AgendaItem" ("id", "briefingId", "number", "kind", "recommendationId", "talkingPointId", "propositionId",
      "approvesId", "titleEn", "titleFr", "whyEn", "whyFr", "minutes", "leadId", "raisesId", "attribution", "createdAt")
    SELECT r."id", ${id}::uuid, r."number", r."kind"::"AgendaItemKind", r."recommendationId", r."talkingPointId",
      r."propositionId", r."approvesId", r."titleEn", r."titleFr", r."whyEn", r."whyFr", r."minutes", r."leadId", r."raisesId",
      r."attribution"::"AttributionRule", ${at}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r ("id" uuid, "number" int, "kind" text,
      "recommendationId" uuid, "talkingPointId" uuid, "propositionId" uuid, "approvesId" uuid, "titleEn" text, "titleFr" text,
      "whyEn" text, "whyFr" text, "minutes" int, "leadId" uuid, "raisesId" uuid, "attribution" text)
    ON CONFLICT ("id") DO UPDATE SET "number" = EXCLUDED."number", "titleEn" = EXCLUDED."titleEn",
      "titleFr" = EXCLUDED."titleFr", "whyEn" = EXCLUDED."whyEn", "whyFr" = EXCLUDED."whyFr", "minutes" = EXCLUDED."minutes",
      "leadId" = EXCLUDED."leadId", "raisesId" = EXCLUDED."raisesId", "attribution" = EXCLUDED."attribution",
      "declinedAt" = NULL, "declinedEn" = NULL, "declinedFr" = NULL
    WHERE "AgendaItem"."briefingId" = ${id}::uuid`;
  const said = answers.map(({ itemId }) => itemId);
  await tx.agendaAnswerer.deleteMany({ where: { itemId: { in: said } } });
  await tx.agendaAnswerer.createMany({
    data: answers.flatMap(({ itemId, organizationIds }) =>
      organizationIds.map((organizationId) => ({ itemId, organizationId })),
    ),
  });
}
