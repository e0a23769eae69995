import { randomUUID } from "node:crypto";
import { db } from "@/lib/platform/db/client";
import { given } from "@/tests/support/builders";
import type { RequestSpec, RequestSpecs } from "./cells";
import type { MatrixWorld } from "./world";

const day = () => new Date().toISOString().slice(0, 10);

/** An occasion of today, recorded by this person for an organization of the network. */
async function recorded({ quiet }: MatrixWorld, id: string): Promise<RequestSpec> {
  const { id: rapporteur } = await given.rapporteur({ id }, quiet);
  return { params: { id: rapporteur } };
}

export const rapporteurRequests: RequestSpecs = {
  "convening.rapporteurs.list named": () => ({
    query: { limit: "100" },
    sees: (_, text) => text.includes("Matrix occasion"),
  }),
  "convening.rapporteurs.list may-name": () => ({
    sees: (it) => (it as { viewer: { mayName: object[] | null } }).viewer.mayName !== null,
  }),
  "convening.rapporteurs.name known": async ({ quiet }) => {
    const { personId: person } = await db.representation.findFirstOrThrow({
      where: { organizationId: quiet.id, shownTo: "network" },
    });
    const body = { person, organization: quiet.slug, occasion: { en: "Briefing" }, firstOn: day(), lastOn: day() };
    return { body };
  },
  "convening.rapporteurs.end own": async (world, subject) => {
    const { id } = world.who[subject];
    return id ? recorded(world, id) : { params: { id: randomUUID() } };
  },
  "convening.rapporteurs.end another's": async (world) => recorded(world, (await given.memberOf(world.quiet)).id),
};
