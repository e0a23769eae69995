import { useLocale, useTranslations } from "next-intl";
import { CodeChip } from "@/components/ui/code-chip";
import { GroupHead, Section } from "@/components/ui/section";
import type { BriefingDetail } from "@/lib/briefings/schema";

/** Who is invited. Who answered what, and who comes, is nobody's to read but the host's. */
export function InvitedList({ invitees }: { invitees: BriefingDetail["invitees"] }) {
  const t = useTranslations("briefings.page");
  const locale = useLocale();
  const { organizations, offices } = invitees;
  return (
    <Section title={t("invited")} id="invited" className="mt-8">
      <p className="max-w-[64ch] pt-3 text-ink-2">{t("invitedNote")}</p>
      {offices.length > 0 && (
        <>
          <GroupHead as="h3" title={t("offices")} count={offices.length} />
          <ul className="grid gap-1 py-2">
            {offices.map(({ slug, title }) => (
              <li key={slug}>{title[locale]}</li>
            ))}
          </ul>
        </>
      )}
      <GroupHead as="h3" title={t("organizations")} count={organizations.length} />
      <ul className="grid gap-1 py-2 md:grid-cols-2">
        {organizations.map(({ slug, code, name }) => (
          <li key={slug} className="flex items-start gap-2">
            <CodeChip code={code} name={name[locale]} /> <bdi>{name[locale]}</bdi>
          </li>
        ))}
      </ul>
    </Section>
  );
}
