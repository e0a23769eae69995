import { getLocale, getTranslations } from "next-intl/server";
import { CodeChip } from "@/components/ui/code-chip";
import { Section } from "@/components/ui/section";
import { Stamp } from "@/components/ui/stamp";
import { Table } from "@/components/ui/table";
import type { DemonstrationPerson } from "@/lib/accounts/schema";
import { api } from "@/lib/api/server";
import { DemonstrationSignIn } from "./demonstration-sign-in";
import { groupPeople, type OrganizationPersons } from "./group-people";

/** Everybody one can be in the demonstration: one of each part, then the people of every organization. */
export async function DemonstrationPeople({ next }: { next: string }) {
  const t = await getTranslations("accounts.demonstration");
  const { leads, pairs } = groupPeople((await api.people.listDemonstration({})).items);
  if (leads.length === 0) return null;
  return (
    <Section title={t("title")} className="max-w-[840px]">
      <p className="pt-3 text-ink-2">{t("lede")}</p>
      <ul className="rows mt-2 border-rule border-t">
        {leads.map((person) => (
          <Lead key={person.email} person={person} next={next} />
        ))}
      </ul>
      <details className="pt-3">
        <summary className="cursor-pointer py-2 font-semibold text-pen">{t("all", { count: pairs.length })}</summary>
        <Organizations pairs={pairs} next={next} />
      </details>
    </Section>
  );
}

async function Lead({ person, next }: { person: DemonstrationPerson; next: string }) {
  const t = await getTranslations("accounts.demonstration");
  const organization = person.organization?.name[await getLocale()] ?? "";
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="min-w-0 flex-[1_1_180px]">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <b>{person.name}</b> <Stamp>{t(`part.${person.part}`)}</Stamp>
        </p>
        <p className="text-ink-2 text-small">{t(`does.${person.part}`, { organization })}</p>
      </div>
      <DemonstrationSignIn email={person.email} name={person.name} next={next} />
    </li>
  );
}

async function Organizations({ pairs, next }: { pairs: OrganizationPersons[]; next: string }) {
  const t = await getTranslations("accounts.demonstration");
  const locale = await getLocale();
  const cellOf = (person: DemonstrationPerson | undefined) =>
    person && (
      <div key={person.email} className="md:-ml-2.5">
        <DemonstrationSignIn email={person.email} name={person.name} next={next} variant="text" small>
          <span className="sr-only">{t("signIn")}</span> {person.name}
        </DemonstrationSignIn>
      </div>
    );
  return (
    <Table
      caption={t("caption")}
      rows={pairs}
      rowKey={({ organization }) => organization.slug}
      columns={[
        {
          key: "organization",
          label: t("organization"),
          head: true,
          cell: ({ organization: { code, name } }) => (
            <span className="flex min-h-7 items-center gap-2.5">
              <CodeChip code={code} name={name[locale]} /> {name[locale]}
            </span>
          ),
        },
        { key: "representative", label: t("representative"), cell: ({ representative }) => cellOf(representative) },
        { key: "signatory", label: t("signatory"), cell: ({ signatories }) => signatories.map(cellOf) },
      ]}
    />
  );
}
