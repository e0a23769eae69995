import { useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { PageHead } from "@/components/ui/page-head";
import { sessionCookieName } from "@/lib/platform/session/cookie";
import { idleHours, linkMinutes, sessionDays } from "@/lib/platform/session/durations";
import { TextSection } from "./text-section";

const readers = ["visitor", "member", "own", "convener", "guest", "administrator"] as const;

/** What is kept, where, and who sees it. */
export function Privacy() {
  const t = useTranslations("reference.privacy");
  return (
    <>
      <PageHead title={t("title")}>{t("lede")}</PageHead>
      <TextSection title={t("kept.title")}>
        <p>{t("kept.visitor")}</p>
        <p>{t("kept.account")}</p>
        <p>{t("kept.acts")}</p>
        <p>{t("kept.links", { idleHours, linkMinutes, sessionDays })}</p>
        <p>{t("kept.logs")}</p>
      </TextSection>
      <TextSection title={t("browser.title")}>
        <p>{t.rich("browser.cookie", { name: sessionCookieName(), code: (chunks) => <code>{chunks}</code> })}</p>
        <p>{t("browser.theme")}</p>
        <p>{t("browser.none")}</p>
      </TextSection>
      <TextSection title={t("where.title")}>
        <p>{t("where.text")}</p>
      </TextSection>
      <TextSection title={t("who.title")}>
        <Facts facts={readers.map((reader) => [t(`who.${reader}`), t(`who.${reader}Sees`)])} />
      </TextSection>
      <TextSection title={t("rooms.title")}>
        <p>{t("rooms.text")}</p>
      </TextSection>
    </>
  );
}
