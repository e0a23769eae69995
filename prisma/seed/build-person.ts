import { randomUUID } from "node:crypto";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Power } from "@/lib/platform/generated/prisma/enums";

type GivenPerson = Partial<Prisma.PersonCreateManyInput> & { email: string };

/** Someone whose address was confirmed. */
export function buildPerson(given: GivenPerson) {
  return {
    id: randomUUID(),
    name: given.email.split("@")[0] ?? null,
    language: "en",
    timeZone: "America/Toronto",
    emailVerified: new Date(),
    ...given,
  } satisfies Prisma.PersonCreateManyInput;
}

const powers: Record<"representative" | "signatory", Power[]> = {
  representative: ["draft"],
  signatory: Object.values(Power),
};

type GivenMandate = Partial<Omit<Prisma.MandateCreateManyInput, "powers">> & {
  personId: string;
  organizationId: string;
  as: "representative" | "signatory";
  from: Date;
};

/** On whose authority a person acts: a representative drafts, a signatory does everything, both for every theme. */
export function buildMandate({ as, from, ...given }: GivenMandate) {
  return {
    id: randomUUID(),
    powers: powers[as],
    allThemes: true,
    authorizedBy: "Board of directors",
    instrument: "Resolution 1",
    instrumentDate: from,
    validFrom: from,
    ...given,
  } satisfies Prisma.MandateCreateManyInput;
}
