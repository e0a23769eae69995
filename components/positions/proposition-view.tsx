import { useLocale, useTranslations } from "next-intl";
import { DiscussedSection } from "@/components/briefings/agenda/discussed-at";
import { DilemmaNote, ExcludesNote } from "@/components/propositions/dilemma-note";
import { SourceNote } from "@/components/propositions/source-note";
import { StanceKey } from "@/components/stances/stance-key";
import { PointLinks } from "@/components/talking-points/point-links";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { DigestChip } from "@/components/ui/code-chip";
import { ButtonLink, Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { RecordText } from "@/components/ui/record-text";
import { SheetAndMargin } from "@/components/ui/sheet-and-margin";
import { SignInLink } from "@/components/ui/sign-in-link";
import { AsOfFilter, AsOfNotice } from "./as-of-notice";
import type { PropositionFacts } from "./load-proposition";
import { OwnStances } from "./own-stances";
import { StancesList } from "./stances-list";
import { StancesMargin } from "./stances-margin";
import { Wordings } from "./wordings";

/** A sentence as print, what the report says of it, and in the margin who holds what. */
export function PropositionView({ facts }: { facts: PropositionFacts }) {
  const t = useTranslations("propositions.proposition");
  const holdings = useTranslations("positions.stances");
  const reword = useTranslations("proposals.reword");
  const points = useTranslations("talkingPoints.linked");
  const locale = useLocale();
  const other = locale === "en" ? "fr" : "en";
  const { proposition, surroundings, ours, visitor } = facts;
  const { theme, dilemmas, excludes } = surroundings;
  const { slug, number } = proposition;
  const { title, statement, version, digest } = facts.wording;
  return (
    <>
      <Breadcrumb steps={[{ label: theme.title[locale], href: `/themes/${theme.slug}` }]} />
      <PageHead
        title={title[locale]}
        other={{ lang: other, text: title[other] }}
        marks={
          <span className="flex flex-wrap gap-x-4 text-small text-ink-2">
            <span>{`${t("number", { number })}, ${t("version", { version })}`}</span>
            <span title={t("digest")}>
              <DigestChip digest={digest} />
            </span>
          </span>
        }
        actions={facts.mayReword && <ButtonLink href={`/propositions/${slug}/reword`}>{reword("link")}</ButtonLink>}
      />
      <AsOfNotice on={facts.on} here={`/propositions/${slug}`} />
      <AsOfFilter on={facts.on} />
      <SheetAndMargin
        number={number}
        label={holdings("title")}
        margin={<StancesMargin facts={facts} />}
        below={
          <>
            <StancesList facts={facts} />
            <PointLinks
              points={facts.points}
              title={points("carrying")}
              all={`/talking-points?proposition=${slug}`}
              asOf={facts.on}
            />
            <DiscussedSection discussions={facts.discussions} />
            <Wordings versions={proposition.versions} />
            <SourceNote source={proposition.source} />
            {dilemmas.map((dilemma) => (
              <DilemmaNote key={dilemma.slug} dilemma={dilemma} here={slug} />
            ))}
            <ExcludesNote propositions={excludes} />
            {visitor && (
              <p className="no-print pt-6">
                <SignInLink>{holdings("signIn")}</SignInLink>
              </p>
            )}
            <div className="print-only">
              <StanceKey />
            </div>
          </>
        }
      >
        <RecordText other={{ lang: other, text: statement[other] }}>{statement[locale]}</RecordText>
        <OwnStances items={ours} proposition={proposition} />
      </SheetAndMargin>
      <Neighbours before={surroundings.before} after={surroundings.after} />
    </>
  );
}

function Neighbours({ before, after }: Pick<PropositionFacts["surroundings"], "before" | "after">) {
  const t = useTranslations("propositions.proposition");
  const locale = useLocale();
  return (
    <nav
      aria-label={t("neighbours")}
      className="no-print mt-10 flex flex-wrap justify-between gap-x-8 gap-y-3 border-t border-rule pt-3 text-small"
    >
      {[before, after].map((it) =>
        it ? (
          <span key={it.slug} className={it === after ? "ml-auto text-right" : undefined}>
            <span className="block text-ink-3">{t("number", { number: it.number })}</span>
            <Link href={`/propositions/${it.slug}`}>{it.title[locale]}</Link>
          </span>
        ) : null,
      )}
    </nav>
  );
}
