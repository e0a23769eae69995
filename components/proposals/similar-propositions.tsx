import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import type { Similar } from "@/lib/proposals/schema";
import { SharedTerms } from "./shared-terms";

type Pair = { en: string | null; fr: string | null };

/** Sentences that say something near, with the words in common marked: propositions first, then what waits. */
export function SimilarPropositions({ nearby: { near, nearProposals } }: { nearby: Similar }) {
  const t = useTranslations("proposals.similar");
  const locale = useLocale();
  return (
    <ul className="grid gap-4">
      {near.map((it) => (
        <Item key={it.slug} {...it} href={`/propositions/${it.slug}`} over={t("proposition", { number: it.number })} />
      ))}
      {nearProposals.map((it) => (
        <Item
          key={it.id}
          {...it}
          href={`/propositions/proposals/${it.id}`}
          over={t("waiting", { organization: it.organization.short[locale] })}
        />
      ))}
    </ul>
  );
}

type ItemProps = { href: string; over: ReactNode; title: Pair; statement: Pair; shared: readonly string[] };

function Item({ href, over, title, statement, shared }: ItemProps) {
  const t = useTranslations("proposals.similar");
  const list = useTranslations("proposals.list");
  const locale = useLocale();
  const name = pickLanguage(title, locale);
  const words = pickLanguage(statement, locale);
  return (
    <li className="grid gap-0.5 break-inside-avoid">
      <span className="text-small text-ink-3">{over}</span>
      <Link href={href} className="justify-self-start font-semibold" {...(name && { lang: name.lang })}>
        {name?.text ?? list("untitled")}
      </Link>
      {words && (
        <p lang={words.lang} className="font-words">
          <SharedTerms text={words.text} shared={shared} />
        </p>
      )}
      <p className="text-small text-ink-3">
        {shared.length > 0 ? t("shared", { words: shared.slice(0, 8).join(", ") }) : t("noShared")}
      </p>
    </li>
  );
}
