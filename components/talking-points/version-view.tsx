import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { DigestChip } from "@/components/ui/code-chip";
import { longDay } from "@/components/ui/format-moment";
import { InOneLanguage } from "@/components/ui/in-one-language";
import { Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { AmendmentFates } from "./amendment-fates";
import { AnswersRoll } from "./answers-roll";
import { collectNotes } from "./clause-notes";
import { ClauseRows } from "./clause-rows";
import type { VersionFacts } from "./load-talking-point";
import { here, talkingPointHref } from "./talking-point-href";

/** One version as it was, with the answers that belong to these words and to no others. */
export function VersionView({ facts }: { facts: VersionFacts }) {
  const t = useTranslations("talkingPoints");
  const locale = useLocale();
  const { point, version, amendments } = facts;
  const at = talkingPointHref(point.slug);
  return (
    <ProvideMessages
      of={["accounts.reauthenticate", "discussion.*", "positions.text", "talkingPoints.join", "talkingPoints.parity"]}
    >
      <Breadcrumb
        steps={[
          { label: t("list.title"), href: here },
          { label: pickLanguage(point.title, locale)?.text ?? t("list.untitled"), href: at },
        ]}
      />
      <PageHead
        title={<InOneLanguage text={version.title} missing={t("list.untitled")} />}
        over={t("page.version", { number: version.number, day: longDay(new Date(version.at), locale) })}
        marks={<DigestChip digest={version.digest} />}
      >
        {version.number === point.number ? (
          t("page.inForce")
        ) : (
          <>
            {t("page.notInForce", { number: point.number })}{" "}
            <Link href={`${at}/compare?from=${version.number}&to=${point.number}`}>
              {t("history.compare", { from: version.number, to: point.number })}
            </Link>
          </>
        )}
      </PageHead>
      <div className="mb-6 grid gap-3">
        <AnswersRoll
          answers={version.answers.map((it) => ({ ...it, current: true }))}
          notAnswered={[]}
          clauses={version.clauses}
        />
        <p className="no-print">
          <Link href={`${at}/speaking-notes?version=${version.number}`}>{t("notesPage.version")}</Link>
        </p>
      </div>
      <ClauseRows
        clauses={version.clauses}
        notes={collectNotes(version.clauses, version.answers, version.contests)}
        changes={null}
        language={undefined}
        point={point.slug}
        number={version.number}
        judge={null}
      />
      <AmendmentFates amendments={amendments} version={version.number} point={point.slug} />
    </ProvideMessages>
  );
}
