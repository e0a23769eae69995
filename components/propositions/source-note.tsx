import { useLocale, useTranslations } from "next-intl";
import { withinQuotes } from "@/components/report/found-at";
import { Facts } from "@/components/ui/facts";
import { Quote } from "@/components/ui/quote";
import { Section } from "@/components/ui/section";
import { Stamp } from "@/components/ui/stamp";
import { useCodeLabel } from "@/components/ui/use-code-label";
import type { Proposition } from "@/lib/propositions/schema";
import { sectionNames } from "./section-name";

/** What the 2007 report says of a proposition, with its place. It never counts as anybody's answer. */
export function SourceNote({ source }: { source: Proposition["source"] }) {
  const t = useTranslations("propositions.report");
  const words = useCodeLabel();
  const locale = useLocale();
  if (!source) {
    return (
      <Section title={t("title")}>
        <p className="pt-3 text-ink-2">{t("none")}</p>
      </Section>
    );
  }
  const place = (
    <span>
      {sectionNames(source.section[locale]).map((name) => (
        <span key={name} className="block">
          {name}
        </span>
      ))}
    </span>
  );
  const facts = [
    [t("voice"), words("sourceVoice", source.voice)],
    [t("section"), source.section.en && place],
    [t("locator"), source.locator && <Quote lang="en">{withinQuotes(source.locator)}</Quote>],
  ] as const;
  return (
    <Section title={t("title")} count={<Stamp kind="source">{t("stamp")}</Stamp>}>
      <div className="grid gap-3 pt-3">
        <p>
          <b>{words("sourceStance", source.stance)}.</b> {source.note[locale]}
        </p>
        <Facts facts={facts} />
        {locale !== "en" && <p className="text-small text-ink-3">{t("untranslated")}</p>}
        <p className="text-small text-ink-3">{t("caution")}</p>
      </div>
    </Section>
  );
}
