import { randomUUID } from "node:crypto";
import { db } from "@/lib/platform/db/client";
import { buildBriefing } from "@/prisma/seed/build-briefing";
import { insertBriefing } from "@/tests/support/build-briefings";
import { given } from "@/tests/support/builders";
import { inNetwork, nobody, type Observer, own } from "@/tests/support/canary/canaries";
import type { CanaryPart, Planting } from "@/tests/support/canary/part";

const slug = "canary-poll";
/** Whoever drafts for the host, and the convener on its behalf; links and their addresses are for the host alone. */
const host: readonly Observer[] = [...own, "convener"];

/** A poll that the owner hosts: what is offered is for the network, what is told to the host is for the host. */
async function plantForNetwork({ canaries, owner }: Planting) {
  const asked = await given.organization();
  const options = [{ wallStart: "2027-03-09T10:00", wallEnd: "2027-03-09T11:30" }];
  const built = buildBriefing({ host: owner, invited: [owner, asked], options, slug, at: new Date() });
  await insertBriefing(built);
  const [date] = built.dates;
  const inviteeId = built.invitees.find((it) => it.organizationId === asked.id)?.id ?? "";
  await db.dateOption.update({
    where: { id: date?.id ?? "" },
    data: {
      noteEn: canaries.for(inNetwork, "date-option", "noteEn"),
      noteFr: canaries.for(inNetwork, "date-option", "noteFr"),
    },
  });
  await db.dateReply.create({
    data: {
      ...{ inviteeId, language: "en", answeredAt: new Date(), enteredByHost: true },
      note: canaries.for(host, "date-reply", "note"),
      sourceEn: canaries.for(inNetwork, "date-reply", "sourceEn"),
      sourceFr: canaries.for(inNetwork, "date-reply", "sourceFr"),
    },
  });
  await db.dateLink.create({
    data: {
      ...{ id: randomUUID(), inviteeId, createdAt: new Date(), expiresAt: new Date(Date.now() + 86_400_000) },
      tokenHash: canaries.for(nobody, "date-link", "tokenHash"),
      address: `${canaries.for(own, "date-link", "address")}@planted.example`,
    },
  });
}

export const part: CanaryPart = {
  columns: {
    "BriefingMail.kind": "kept",
    "DateLink.address": "planted",
    "DateLink.language": "kept",
    "DateLink.tokenHash": "planted",
    "DateOption.noteEn": "planted",
    "DateOption.noteFr": "planted",
    "DateOption.wallEnd": "kept",
    "DateOption.wallStart": "kept",
    "DateOption.zone": "kept",
    "DateOption.zoneVersion": "kept",
    "DateReply.language": "kept",
    "DateReply.note": "planted",
    "DateReply.sourceEn": "planted",
    "DateReply.sourceFr": "planted",
  },
  addresses: {
    "briefings.dates.get": () => [{ id: slug }],
    "briefings.datePolls.open": () => [{ token: "AAAAAAAAAAAAAAAAAAAAAA" }],
  },
  plantForNetwork,
};
