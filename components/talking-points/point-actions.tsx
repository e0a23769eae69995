import { useLocale, useTranslations } from "next-intl";
import { FileLink } from "@/components/ui/csv-link";
import { ButtonLink, Link } from "@/components/ui/link";
import { toUrlWithParams } from "@/lib/platform/http/query-params";
import { ChangeStatus } from "./change-status";
import { ContestChange } from "./contest-change";
import type { TalkingPointFacts } from "./load-talking-point";
import { here, talkingPointHref } from "./talking-point-href";

/** What can be done with the point itself: other words, its status, a contest; and its other forms. */
export function PointActions({ facts }: { facts: TalkingPointFacts }) {
  const t = useTranslations("talkingPoints.page");
  const amending = useTranslations("amendments.point");
  const files = useTranslations("talkingPoints.handout");
  const marks = useTranslations("talkingPoints.marks");
  const locale = useLocale();
  const { point, choice } = facts;
  const { slug, viewer, number } = point;
  const at = talkingPointHref(slug);
  const contesting = viewer.organizations.filter(({ mayContest }) => mayContest);
  const past = choice.asOf !== undefined;
  return (
    <div className="no-print mt-5 grid gap-3 border-t-[1.5px] border-ink pt-4">
      <div className="actions">
        {!past && viewer.pens.length > 0 && point.status !== "retired" && (
          <ButtonLink href={`${at}/edit`}>{t("edit")}</ButtonLink>
        )}
        {facts.amends && <ButtonLink href={`${at}/amend`}>{amending("amend")}</ButtonLink>}
        {facts.amendments.some((it) => it.viewer.mayHandle.length > 0) && (
          <ButtonLink href={`${at}/consolidation`}>{amending("desk")}</ButtonLink>
        )}
        <Link href={`${at}/speaking-notes`}>{t("speakingNotes")}</Link>
        <Link href={`${at}/word`}>{t("word")}</Link>
        {!past && facts.marks && point.status !== "draft" && (
          <Link href={`${at}/marks`}>{marks(facts.marks.convener ? "linkConvener" : "link")}</Link>
        )}
        {!past && facts.mayPropose && point.status === "retired" && (
          <ButtonLink href={`${here}/propose?anew=${slug}`}>{t("again")}</ButtonLink>
        )}
        {number > 1 && <Link href={`${at}/compare`}>{t("compareVersions")}</Link>}
        {(["pdf", "txt"] as const).map((type) => (
          <FileLink
            key={type}
            href={toUrlWithParams(`/api/v1${at}/text.${type}`, { language: locale, audience: "members" })}
            label={`${files("text")}, ${type.toUpperCase()}`}
          />
        ))}
      </div>
      {!past &&
        viewer.mayChangeStatus.map(({ organization, to }) => {
          const by = [...point.leads, point.proposedBy].find((it) => it.slug === organization);
          return (
            <ChangeStatus
              key={organization}
              {...{ slug, organization, to, number }}
              name={by?.name[locale] ?? null}
              reviewBy={point.reviewBy}
            />
          );
        })}
      {!past && contesting.length > 0 && (
        <ContestChange
          {...{ slug, number }}
          writer={facts.writer}
          clauses={point.text.editorialClauses.flatMap((key) => {
            const found = point.text.clauses.find((it) => it.key === key);
            const contestedBy = point.text.contests.flatMap((it) => (it.clause === key ? it.organization.slug : []));
            return found ? [{ key, number: found.number, contestedBy }] : [];
          })}
          organizations={contesting.map(({ organization }) => ({
            value: organization.slug,
            label: organization.name[locale],
          }))}
        />
      )}
    </div>
  );
}
