import "server-only";
import { transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readToday } from "@/lib/platform/time/today";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import type { Viewer } from "@/lib/viewer/schema";
import { peopleReadableBy } from "../organizations/policy.people";
import { record } from "./activity";
import { mayEndRapporteur, mayNameRapporteurs, rapporteursReadableBy } from "./policy.rapporteurs";
import type { NameRapporteurInput } from "./schema.rapporteurs";

/** Names a rapporteur for an occasion, among the people whom the convener can see; they get a mail, and may resign. */
export async function nameRapporteur(viewer: Viewer, { person, organization, occasion, ...days }: NameRapporteurInput) {
  return transact(async (tx) => {
    if (!mayNameRapporteurs(viewer)) throw new Refusal("FORBIDDEN", "onlyTheConvener");
    await lockRights(tx, viewer);
    const representation = await tx.representation.findFirst({
      where: { AND: [peopleReadableBy(viewer), { personId: person, organization: { slug: organization } }] },
      select: { personId: true, organizationId: true },
    });
    if (!representation) throw new Refusal("CONFLICT", "notKnownToNetwork");
    const { now, today } = await readToday(tx);
    if (days.lastOn < today) throw new Refusal("CONFLICT", "occasionOver");
    const { id } = await tx.rapporteur.create({
      data: {
        ...representation,
        occasionEn: occasion.en || null,
        occasionFr: occasion.fr || null,
        firstOn: new Date(days.firstOn),
        lastOn: new Date(days.lastOn),
        namedAt: now,
        namedById: viewer.personId ?? "",
      },
      select: { id: true },
    });
    const facts = { rapporteur: id, person: representation.personId, ...days };
    await record(tx, "rapporteur.named", viewer, `organization/${representation.organizationId}`, facts);
    return { id };
  });
}

/** Ends it before its last day. Twice is the same as once, and what was over stays as it was. */
export async function endRapporteur(viewer: Viewer, id: string) {
  return transact(async (tx) => {
    const found = await tx.rapporteur.findFirst({
      where: { AND: [rapporteursReadableBy(viewer), { id }] },
      select: { personId: true, organizationId: true },
    });
    if (!found) throw new Refusal("NOT_FOUND", "noSuchRapporteur");
    if (!mayEndRapporteur(viewer, found)) throw new Refusal("FORBIDDEN", "onlyTheConvener");
    await lockRights(tx, viewer);
    const { now, today } = await readToday(tx);
    const { count } = await tx.rapporteur.updateMany({
      where: { id, endedAt: null, lastOn: { gte: new Date(today) } },
      data: { endedAt: now, endedById: viewer.personId },
    });
    if (count > 0)
      await record(tx, "rapporteur.ended", viewer, `organization/${found.organizationId}`, {
        rapporteur: id,
        person: found.personId,
      });
    return { ended: true as const };
  });
}
