import type { DemonstrationPerson, DemonstrationRole } from "@/lib/accounts/schema";

export type OrganizationPersons = {
  organization: NonNullable<DemonstrationPerson["organization"]>;
  representative?: DemonstrationPerson;
  signatories: DemonstrationPerson[];
};

/** The organization whose two people stand for all others in the short list. */
const example = "red-cedar";
const roleOrder: DemonstrationRole[] = [
  "representative",
  "signatory",
  "convener",
  "rapporteur",
  "guest",
  "administrator",
];

/** One person of each part, and the people of every organization. */
export function groupPeople(people: readonly DemonstrationPerson[]): {
  leads: DemonstrationPerson[];
  pairs: OrganizationPersons[];
} {
  const leads = roleOrder.flatMap((part) => {
    const all = people.filter((it) => it.part === part);
    return all.find((it) => it.organization?.slug === example) ?? all[0] ?? [];
  });
  const pairs = new Map<string, OrganizationPersons>();
  for (const person of people) {
    const { organization, part } = person;
    if (!organization || (part !== "representative" && part !== "signatory")) continue;
    const before = pairs.get(organization.slug) ?? { organization, signatories: [] };
    const own = part === "signatory" ? { signatories: [...before.signatories, person] } : { representative: person };
    pairs.set(organization.slug, { ...before, ...own });
  }
  return { leads, pairs: [...pairs.values()] };
}
