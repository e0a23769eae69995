import { useLocale, useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { longDay } from "@/components/ui/format-moment";
import { InOneLanguage } from "@/components/ui/in-one-language";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { Stamp } from "@/components/ui/stamp";
import { useCodeLabel } from "@/components/ui/use-code-label";
import { noonOf } from "@/lib/platform/time/noon-of";
import type { TalkingPointDetail } from "@/lib/talking-points/schema";
import type { TalkingPointFacts } from "./load-talking-point";
import { talkingPointHref } from "./talking-point-href";

type Point = TalkingPointDetail;
type Row = { key: string; href: string; label: React.ReactNode };

function Links({ rows }: { rows: readonly Row[] }) {
  return (
    <ul className="grid gap-2">
      {rows.map(({ key, href, label }) => (
        <li key={key}>
          <Link href={href} className="inline-block min-h-6">
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** What a point belongs to: propositions it carries, what it rests on, for whom it is, who holds the pen, when it is looked at again. */
export function AboutPoint({ facts: { point } }: { facts: Pick<TalkingPointFacts, "point"> }) {
  const t = useTranslations("talkingPoints.about");
  const audiences = useTranslations("talkingPoints.audience");
  const codes = useCodeLabel();
  const locale = useLocale();
  const { propositions, sources, leads, replaces, replacedBy, proposesAnew, proposedAnew } = point;
  const others = (list: Point["replaces"]) =>
    list.length > 0 && (
      <Links
        rows={list.map((it) => ({
          key: it.id,
          href: talkingPointHref(it.slug),
          label: <InOneLanguage text={it.title} />,
        }))}
      />
    );
  const facts = [
    [t("areas"), point.regimeAreas.map((it) => codes("regimeArea", it)).join(", ")],
    [t("audiences"), point.audiences.map((it) => audiences(it)).join(", ")],
    [
      t("leads"),
      <Links
        key="leads"
        rows={leads.map((it) => ({ key: it.slug, href: `/organizations/${it.slug}`, label: it.name[locale] }))}
      />,
    ],
    [
      t("propositions"),
      propositions.length > 0 && (
        <Links
          key="propositions"
          rows={propositions.map((it) => ({ key: it.slug, href: `/propositions/${it.slug}`, label: it.title[locale] }))}
        />
      ),
    ],
    [
      t("agreement"),
      <Links
        key="agreement"
        rows={point.themeNames.map((it) => ({
          key: it.slug,
          href: `/agreement?theme=${it.slug}`,
          label: it.title[locale],
        }))}
      />,
    ],
    [t("sources"), sources.length > 0 && <Sources key="sources" point={point} />],
    [t("review"), longDay(noonOf(point.reviewBy), locale)],
    [t("replacedBy"), replacedBy && others([replacedBy])],
    [t("replaces"), others(replaces)],
    [t("proposesAnew"), proposesAnew && others([proposesAnew])],
    [t("proposedAnew"), others(proposedAnew)],
  ] as const;
  return (
    <Section title={t("title")} id="about" className="mt-10">
      <div className="pt-3">
        <Facts facts={facts} />
      </div>
    </Section>
  );
}

function Sources({ point }: { point: Point }) {
  const t = useTranslations("talkingPoints.notes");
  const locale = useLocale();
  return (
    <ul className="grid gap-2">
      {point.sources.map(({ slug, title, inSource }) => (
        <li key={slug}>
          <Link href={`/library#${slug}`} className="inline-block min-h-6">
            {title[locale]}
          </Link>{" "}
          {!inSource && <Stamp kind="outside">{t("outsideSource")}</Stamp>}
        </li>
      ))}
    </ul>
  );
}
