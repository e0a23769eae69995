import { getLocale, getTranslations } from "next-intl/server";
import { Facts } from "@/components/ui/facts";
import { cityOf } from "@/components/ui/moment";
import { Section } from "@/components/ui/section";
import type { Me } from "@/lib/people/schema";
import { NeedsScript } from "./needs-script";
import { ProfileForm } from "./profile-form";
import { canadianZones, listZones } from "./zones";

/** One's name, language and time zone, to be changed. */
export async function ProfileSection({ person }: { person: Me["person"] }) {
  const t = await getTranslations("people.profile");
  const near = canadianZones.map((value) => ({ value, label: t(`canada.${value}`) }));
  const far = listZones(person.timeZone, await getLocale()).map(({ region, zones }) => {
    const key = `regions.${region}` as Parameters<typeof t>[0];
    return { label: t.has(key) ? t(key) : region, options: zones };
  });
  return (
    <Section title={t("title")}>
      <div className="print-only">
        <Facts
          facts={[
            [t("name"), person.name],
            [t("language"), t(`languages.${person.language === "fr" ? "fr" : "en"}`)],
            [t("timeZone"), cityOf(person.timeZone)],
          ]}
        />
      </div>
      <div className="no-print pt-4">
        <NeedsScript what="form" />
        <ProfileForm person={person} zones={[{ label: t("canadaTitle"), options: near }, ...far]} />
      </div>
    </Section>
  );
}
