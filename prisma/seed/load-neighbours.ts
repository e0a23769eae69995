import type { Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { buildOrganization } from "./build-organization";
import { buildMandate, buildPerson } from "./build-person";
import { describeOrganization } from "./describe-organization";
import type { Demonstration } from "./read-demonstration";
import { daysBefore } from "./spread-dates";

type Neighbour = Demonstration["neighbours"][number];

/** Who reads along without a stance, and who was a member before anybody here had said anything: with how it came about. */
export async function loadNeighbours(tx: Tx, { neighbours, people }: Demonstration, now: Date) {
  const convening = people.find(({ part }) => part === "convener")?.email ?? "";
  const convener = await tx.person.findUnique({ where: { email: convening }, select: { id: true } });
  for (const row of neighbours) {
    if ((await tx.organization.count({ where: { slug: row.slug } })) > 0) continue;
    const joined = daysBefore(now, row.joined_days_ago);
    const person = buildPerson({ email: row.contact_email, name: row.contact_name, emailVerified: joined });
    await tx.person.createMany({ data: [person], skipDuplicates: true });
    const contact = await tx.person.findUniqueOrThrow({ where: { email: row.contact_email }, select: { id: true } });
    const built = { ...describeOrganization(row), status: row.status, contactId: contact.id, createdAt: joined };
    const { id: organizationId } = await tx.organization.create({ data: buildOrganization(built) });
    await tx.representation.create({
      data: { personId: contact.id, organizationId, since: joined, shownTo: "network" },
    });
    await tx.organizationStep.createMany({
      data: stepsOf(row, { contact: contact.id, convener: convener?.id ?? null }, now).map((step, at) => ({
        ...step,
        organizationId,
        number: at + 1,
      })),
    });
    if (row.left_days_ago)
      await endMandate(tx, { personId: contact.id, organizationId }, row.left_days_ago, joined, now);
  }
}

type Step = Omit<Prisma.OrganizationStepCreateManyInput, "organizationId" | "number">;
type Actors = { contact: string; convener: string | null };

function stepsOf(row: Neighbour, { contact, convener }: Actors, now: Date): Step[] {
  const seat = row.status === "observer" ? ("observer" as const) : ("member" as const);
  const asked = daysBefore(now, row.joined_days_ago);
  const admitted = daysBefore(now, row.joined_days_ago - 9);
  const steps: Step[] = [
    { decision: "apply", at: asked, to: "applied", actorId: contact },
    { decision: "admit", at: admitted, from: "applied", to: seat, actorId: convener },
  ];
  if (row.left_days_ago === null) return steps;
  const at = daysBefore(now, row.left_days_ago);
  const left = { decision: "leave", at, from: seat, to: "left", actorId: contact } as const;
  return [...steps, { ...left, reason: row.reason, mandatesEnded: 1 }];
}

/** Leaving ended on whose authority somebody acted; that they did act is kept. */
async function endMandate(
  tx: Tx,
  ids: { personId: string; organizationId: string },
  leftDaysAgo: number,
  from: Date,
  now: Date,
) {
  const built = buildMandate({ ...ids, as: "signatory", from });
  await tx.mandate.create({ data: { ...built, revokedAt: daysBefore(now, leftDaysAgo) } });
}
