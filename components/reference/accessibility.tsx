import { useTranslations } from "next-intl";
import { PageHead } from "@/components/ui/page-head";
import { TextSection } from "./text-section";

/** What can be counted on, how it is checked, and what is not yet so. */
export function Accessibility() {
  const t = useTranslations("reference.accessibility");
  return (
    <>
      <PageHead title={t("title")}>{t("lede")}</PageHead>
      <TextSection title={t("done.title")}>
        <p>{t("done.keyboard")}</p>
        <p>{t("done.colour")}</p>
        <p>{t("done.size")}</p>
        <p>{t("done.text")}</p>
        <p>{t("done.script")}</p>
        <p>{t("done.motion")}</p>
      </TextSection>
      <TextSection title={t("checked.title")}>
        <p>{t("checked.text")}</p>
      </TextSection>
      <TextSection title={t("limits.title")}>
        <p>{t("limits.one")}</p>
        <p>{t("limits.two")}</p>
      </TextSection>
      <TextSection title={t("contact.title")}>
        <p>{t("contact.text")}</p>
      </TextSection>
    </>
  );
}
