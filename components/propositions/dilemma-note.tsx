import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import type { Dilemma } from "@/lib/propositions/schema";

type DilemmaNoteProps = { dilemma: Dilemma; here: string };

/** Where the report leaves a choice open, and the propositions on its sides. */
export function DilemmaNote({ dilemma, here }: DilemmaNoteProps) {
  const t = useTranslations("propositions.dilemma");
  const locale = useLocale();
  const others = dilemma.propositions.filter((it) => it.slug !== here);
  return (
    <Section title={t("title")}>
      <div className="grid gap-2 pt-3">
        <p>
          <b>
            <bdi>{dilemma.title[locale]}</bdi>.
          </b>{" "}
          {dilemma.state[locale]}
        </p>
        {others.length > 0 && <PropositionLinks label={t("with")} propositions={others} />}
      </div>
    </Section>
  );
}

type Named = Dilemma["propositions"][number];

function PropositionLinks({ label, propositions }: { label?: string; propositions: readonly Named[] }) {
  const locale = useLocale();
  return (
    <>
      {label && <p className="text-small text-ink-3">{label}</p>}
      <ul className="grid gap-1">
        {propositions.map(({ slug, number, title }) => (
          <li key={slug} className="grid grid-cols-[28px_minmax(0,1fr)]">
            <span className="text-ink-3 tabular-nums">{number}</span>
            <Link href={`/propositions/${slug}`}>{title[locale]}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Said before anybody writes: support for two of these brings a warning, and nothing is blocked. */
export function ExcludesNote({ propositions }: { propositions: readonly Named[] }) {
  const t = useTranslations("propositions.excludes");
  if (propositions.length === 0) return null;
  return (
    <Section title={t("title")}>
      <div className="grid gap-2 pt-3">
        <p>{t("why")}</p>
        <PropositionLinks propositions={propositions} />
      </div>
    </Section>
  );
}
