import { useTranslations } from "next-intl";
import { BilingualField } from "@/components/forms/bilingual-field";
import { DateField } from "@/components/ui/date-field";

type AuthorityFieldsProps = { wrong: (field: string) => string | undefined };

/** On whose authority somebody is to act, by what and since when: read by `readAuthority`. */
export function AuthorityFields({ wrong }: AuthorityFieldsProps) {
  const t = useTranslations("mandates.grant");
  const optional = { required: false, errorAt: wrong, labels: { en: t("english"), fr: t("french") } };
  return (
    <>
      <BilingualField
        name="authorizedBy"
        label={t("authorizedBy")}
        hint={t("authorizedByHint")}
        maxLength={200}
        {...optional}
      />
      <BilingualField
        name="instrument"
        label={t("instrument")}
        hint={t("instrumentHint")}
        maxLength={300}
        {...optional}
      />
      <DateField label={t("instrumentDate")} name="instrumentDate" error={wrong("instrumentDate")} />
    </>
  );
}
