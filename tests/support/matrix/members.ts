import { randomUUID } from "node:crypto";
import { db } from "@/lib/platform/db/client";
import { sha256 } from "@/lib/platform/text/digest";
import { given } from "@/tests/support/builders";
import type { RequestSpec, RequestSpecs } from "./cells";
import type { MatrixWorld } from "./world";

type People = { items: { name: string }[] };
const sees =
  (name: string) =>
  (it: unknown): boolean =>
    (it as People).items.some((person) => person.name === name);

const someone = () => `${randomUUID()}@matrix.example`;
const ours = ({ ours: { slug } }: MatrixWorld): RequestSpec => ({ params: { slug } });
const ofOurs = ({ ours: { slug } }: MatrixWorld, id: string, more: Partial<RequestSpec> = {}): RequestSpec => ({
  params: { slug, id },
  ...more,
});

async function invited(world: MatrixWorld): Promise<RequestSpec> {
  const sent = { email: someone(), language: "en", tokenHash: sha256(randomUUID()), sentAt: new Date() };
  const held = { organizationId: world.ours.id, invitedById: world.who.signatory.id };
  const { id } = await db.invitation.create({
    data: { ...sent, ...held, expiresAt: new Date(Date.now() + 3_600_000) },
  });
  return ofOurs(world, id);
}

const authority = {
  authorizedBy: { en: "Board of directors" },
  instrument: { en: "Resolution 9" },
  instrumentDate: "2026-01-15",
};

export const memberRequests: RequestSpecs = {
  "organizations.people.directory known": () => ({ query: { q: "Matrix Known" }, sees: sees("Matrix Known") }),
  "organizations.people.directory hidden": () => ({ query: { q: "Matrix Hidden" }, sees: sees("Matrix Hidden") }),
  "organizations.people.list hidden": (world) => ({
    ...ours(world),
    query: { limit: "100" },
    sees: sees("Matrix Hidden"),
  }),
  "organizations.people.list quiet": ({ quiet: { slug } }) => ({ params: { slug } }),
  "organizations.people.invite ours": (world) => ({ ...ours(world), body: { email: someone() } }),
  "organizations.people.show own": (world, subject) =>
    ofOurs(world, world.who[subject].id || randomUUID(), { body: { shownTo: "organization" } }),
  "organizations.people.show another's": async (world) =>
    ofOurs(world, (await given.memberOf(world.ours)).id, { body: { shownTo: "network" } }),
  "organizations.people.end another's": async (world) => ofOurs(world, (await given.memberOf(world.ours)).id),
  "organizations.invitations.list ours": ours,
  "organizations.invitations.resend ours": invited,
  "organizations.invitations.revoke ours": invited,
  "organizations.mandates.list ours": ours,
  "organizations.mandates.list may-grant": (world) => ({
    ...ours(world),
    sees: (it) => (it as { viewer: { mayGrant: string | null } }).viewer.mayGrant !== null,
  }),
  "organizations.mandates.grant ours": async (world) => {
    const { id: person } = await given.memberOf(world.ours);
    return { ...ours(world), body: { person, powers: ["draft"], themes: [world.writing.slug], ...authority } };
  },
  "organizations.mandates.request ours": (world) => ({ ...ours(world), body: {} }),
  "organizations.mandates.revoke ours": async (world) => {
    const person = await given.memberOf(world.ours);
    const { id } = await given.mandate(person, world.ours, { themes: [world.writing] });
    return ofOurs(world, id);
  },
};
