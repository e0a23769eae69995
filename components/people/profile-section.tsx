import { getTranslations } from "next-intl/server";
import { BringWords } from "@/components/frame/bring-words";
import { Facts } from "@/components/ui/facts";
import { cityOf } from "@/components/ui/moment";
import { Section } from "@/components/ui/section";
import type { Me } from "@/lib/people/schema";
import { NeedsScript } from "./needs-script";
import { ProfileForm } from "./profile-form";
import { zoneGroups } from "./zone-groups";

/** One's name, language and time zone, to be changed. */
export async function ProfileSection({ person }: { person: Me["person"] }) {
  const t = await getTranslations("people.profile");
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
        <BringWords of={["people.profile"]}>
          <ProfileForm person={person} zones={await zoneGroups(person.timeZone)} />
        </BringWords>
      </div>
    </Section>
  );
}
