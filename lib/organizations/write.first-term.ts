import "server-only";
import { byHand, operator, requireAddress } from "@/lib/accounts/record.operator";
import { type Tx, transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { record } from "./activity";
import { addressedBy } from "./read.select";
import { nameAdmitted } from "./write.membership";

/**
 * Begins the term in which a member organization convenes, exercised by one of its people. The first organization of a new
 * installation has nobody to admit it: it is admitted with this. A term that was running ends as this one begins.
 */
export async function beginTerm({ email: given, organization: slug }: { email: string; organization: string }) {
  const email = requireAddress(given);
  return transact(async (tx) => {
    const organization = await tx.organization.findFirst({
      where: { AND: [addressedBy(slug)], status: { in: ["applied", "member"] } },
      select: { id: true, status: true, slug: true, nameEn: true },
    });
    if (!organization) throw new Refusal("NOT_FOUND", "noSuchOrganization");
    const person = await tx.person.findUnique({ where: { email }, select: { id: true } });
    if (!person) throw new Refusal("NOT_FOUND", "noSuchPerson");
    const since = await awaitTurn(tx);
    const admitted = organization.status === "applied";
    if (admitted) await admitFirst(tx, organization.id, since);
    const named = admitted ? await nameAdmitted(tx, organization) : organization.slug;
    const pair = { personId: person.id, organizationId: organization.id };
    await tx.representation.upsert({
      where: { personId_organizationId: pair },
      create: { ...pair, since },
      update: { endedAt: null },
    });
    await tx.convenerTerm.updateMany({
      where: { OR: [{ until: null }, { until: { gt: since } }] },
      data: { until: since },
    });
    const term = await tx.convenerTerm.create({
      data: { organizationId: organization.id, since, persons: { create: { personId: person.id } } },
      select: { id: true },
    });
    const facts = { ...byHand, term: term.id, person: person.id, admitted };
    await record(tx, "convenerTerm.begun", operator, `organization/${organization.id}`, facts);
    return `${named} convenes from now on, by ${email}.`;
  });
}

/** Whoever begins a term waits for another who does, and begins after them: no two terms run at once. */
async function awaitTurn(tx: Tx): Promise<Date> {
  await tx.$executeRaw`LOCK TABLE "ConvenerTerm" IN SHARE ROW EXCLUSIVE MODE`;
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
  if (!row) throw new Error("the database told no time");
  return row.now;
}

async function admitFirst(tx: Tx, organizationId: string, at: Date) {
  if ((await tx.organization.count({ where: { status: "member" } })) > 0)
    throw new Refusal("CONFLICT", "convenerAdmits");
  await tx.organization.update({ where: { id: organizationId }, data: { status: "member" } });
  const number = (await tx.organizationStep.count({ where: { organizationId } })) + 1;
  await tx.organizationStep.create({
    data: { organizationId, number, decision: "admit", at, from: "applied", to: "member" },
  });
}
