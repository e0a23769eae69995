import { useLocale, useTranslations } from "next-intl";
import { CategoryMark } from "@/components/stances/category-mark";
import { IntervalBar } from "@/components/stances/interval-bar";
import { Check, Minus } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { checks, type Rung } from "@/lib/agreement/schema.ladder";

/** One wording: its words, what they pin down and why, and who would stand behind it. */
export function RungRow({ rung }: { rung: Rung }) {
  const t = useTranslations("agreement.ladder");
  const locale = useLocale();
  const { slug, number, title, statement, note, category, specificity, support, notOppose, of } = rung;
  return (
    <article className="rung">
      <p className="rung-count">
        <b>{specificity}</b> {t("ofChecks", { count: checks.length })}
      </p>
      <div>
        <h3>
          <span className="text-ink-3">{number}</span> <Link href={`/propositions/${slug}`}>{title[locale]}</Link>
        </h3>
        <p className="rung-text">{statement[locale]}</p>
        <ul className="rung-checks" aria-label={t("checks")}>
          {checks.map((check) => (
            <li key={check} data-met={rung.checks[check]}>
              {rung.checks[check] ? <Check /> : <Minus />}
              {t(`${rung.checks[check] ? "specified" : "missing"}.${check}`)}
            </li>
          ))}
        </ul>
        <p className="rung-note">{note[locale]}</p>
      </div>
      <div className="rung-ranges">
        {support && notOppose ? (
          <>
            <p>{t("support", support)}</p>
            <IntervalBar {...support} of={of} />
            <p>{t("notOppose", notOppose)}</p>
            <IntervalBar {...notOppose} of={of} />
          </>
        ) : (
          <CategoryMark category={category} />
        )}
      </div>
    </article>
  );
}
