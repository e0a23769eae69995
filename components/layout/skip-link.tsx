import { useTranslations } from "next-intl";

/** The first stop on every page, for whoever walks by keyboard. */
export function SkipLink() {
  const t = useTranslations("layout");
  return (
    <a className="skip" href="#content">
      {t("skip")}
    </a>
  );
}
