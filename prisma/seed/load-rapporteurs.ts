import type { Tx } from "@/lib/platform/db/client";
import type { AssignedPerson } from "./load-people";
import type { Demonstration } from "./read-demonstration";
import { daysBefore } from "./spread-dates";

/** Occasions that were, are and will be recorded. Loaded once: what was laid down since stays so. */
export async function loadRapporteurs(
  tx: Tx,
  { rapporteurs }: Demonstration,
  placed: readonly AssignedPerson[],
  now: Date,
) {
  if ((await tx.rapporteur.count()) > 0) return;
  const namedById = placed.find((it) => it.email.startsWith("convener@"))?.personId;
  if (!namedById) return;
  await tx.rapporteur.createMany({
    data: rapporteurs.flatMap((row) => {
      const person = placed.find((it) => it.email === row.email);
      if (!person) return [];
      const firstOn = daysBefore(now, -row.starts_in);
      return {
        personId: person.personId,
        organizationId: person.mandate.organizationId,
        occasionEn: row.occasion_en,
        occasionFr: row.occasion_fr,
        firstOn,
        lastOn: daysBefore(firstOn, 1 - row.days),
        namedAt: daysBefore(firstOn, row.starts_in > 0 ? row.starts_in + 2 : 10),
        namedById,
        ...(row.ended === "yes" && { endedAt: daysBefore(firstOn, -3), endedById: person.personId }),
      };
    }),
  });
}
