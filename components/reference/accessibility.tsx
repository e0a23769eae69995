import { useTranslations } from "next-intl";
import { PageHead } from "@/components/ui/page-head";
import { TextSection } from "./text-section";

const done = ["keyboard", "colour", "size", "words", "script", "motion"] as const;

/** What can be counted on, how it is checked, and what is not yet so. */
export function Accessibility() {
  const t = useTranslations("reference.accessibility");
  return (
    <>
      <PageHead title={t("title")}>{t("lede")}</PageHead>
      <TextSection title={t("done.title")} paragraphs={done.map((key) => t(`done.${key}`))} />
      <TextSection title={t("checked.title")} paragraphs={[t("checked.text")]} />
      <TextSection title={t("limits.title")} paragraphs={[t("limits.one"), t("limits.two")]} />
      <TextSection title={t("tell.title")} paragraphs={[t("tell.text")]} />
    </>
  );
}
