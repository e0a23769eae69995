import { useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { sessionCookieName } from "@/lib/platform/session/cookie";
import { idleHours, linkMinutes, sessionDays } from "@/lib/platform/session/times";
import { TextSection } from "./text-section";

const readers = ["visitor", "member", "own", "convener", "guest", "administrator"] as const;

/** What is kept, where, and who sees it. */
export function Privacy() {
  const t = useTranslations("reference.privacy");
  const times = { idleHours, linkMinutes, sessionDays };
  const cookie = t.rich("browser.cookie", { name: sessionCookieName(), code: (chunks) => <code>{chunks}</code> });
  return (
    <>
      <PageHead title={t("title")}>{t("lede")}</PageHead>
      <TextSection
        title={t("kept.title")}
        paragraphs={[t("kept.visitor"), t("kept.account"), t("kept.acts"), t("kept.links", times), t("kept.logs")]}
      />
      <TextSection title={t("browser.title")} paragraphs={[cookie, t("browser.theme"), t("browser.none")]} />
      <TextSection title={t("where.title")} paragraphs={[t("where.text")]} />
      <Section title={t("who.title")}>
        <div className="max-w-[76ch] pt-3">
          <Facts facts={readers.map((reader) => [t(`who.${reader}`), t(`who.${reader}Sees`)])} />
        </div>
      </Section>
      <TextSection title={t("rooms.title")} paragraphs={[t("rooms.text")]} />
    </>
  );
}
