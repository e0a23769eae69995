import { useTranslations } from "next-intl";
import { lastDay, longDay } from "@/components/ui/format-moment";
import { useCodeLabel } from "@/components/ui/use-code-label";
import type { SignOffChange } from "@/lib/mandates/schema.changes";
import type { Locale } from "@/lib/platform/i18n/routing";
import { noonOf } from "@/lib/platform/time/noon-of";

/** A proposed change in words: what it would do, on whose authority, and who proposed it when. */
export function useChangeText(locale: Locale) {
  const t = useTranslations("mandates.changes");
  const words = useTranslations("mandates");
  const ui = useTranslations("ui");
  const formatCode = useCodeLabel();
  const list = new Intl.ListFormat(locale);
  const inLanguage = ({ en, fr }: { en: string | null; fr: string | null }) =>
    (locale === "fr" ? (fr ?? en) : (en ?? fr)) ?? "";

  const factsOf = ({ powers, themes, authorizedBy, instrument, instrumentDate, expiresAt }: ProposedMandate) => {
    const reach = themes === null ? words("list.everyTheme") : list.format(themes.map(({ title }) => title[locale]));
    const authority = words("list.authorityText", {
      authorizedBy: inLanguage(authorizedBy),
      instrument: inLanguage(instrument),
      day: longDay(noonOf(instrumentDate), locale),
    });
    const until = expiresAt ? ` ${t("until", { day: lastDay(new Date(expiresAt), locale) })}` : "";
    return t("facts", { powers: list.format(powers.map((it) => words(`power.${it}`))), reach, authority }) + until;
  };

  return ({ kind, signOffKind, mandate, proposedBy, proposedAt }: SignOffChange) => {
    const person = mandate?.person ?? ui("unnamed");
    const rule = signOffKind ? formatCode("signOffKind", signOffKind) : "";
    return {
      title: t(`title.${kind}`, { person, rule }),
      facts: mandate ? factsOf(mandate) : kind === "rule" ? t("ruleFacts") : null,
      proposed: t("proposed", { person: proposedBy ?? ui("unnamed"), day: longDay(new Date(proposedAt), locale) }),
    };
  };
}

type ProposedMandate = NonNullable<SignOffChange["mandate"]>;
