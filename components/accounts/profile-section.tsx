import { getTranslations } from "next-intl/server";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";
import type { Me } from "@/lib/accounts/schema";
import { cityOf } from "@/lib/platform/time/zone-label";
import { listTimeZoneOptions } from "../forms/time-zone-options";
import { NeedsScript } from "../ui/needs-script";
import { ProfileForm } from "./profile-form";

/** One's name, language and time zone, to be changed. */
export async function ProfileSection({ person }: { person: Me["person"] }) {
  const t = await getTranslations("accounts.profile");
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
        <ProvideMessages of={["accounts.profile"]}>
          <ProfileForm person={person} zones={await listTimeZoneOptions(person.timeZone)} />
        </ProvideMessages>
      </div>
    </Section>
  );
}
