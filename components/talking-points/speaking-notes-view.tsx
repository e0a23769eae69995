import { useLocale, useTranslations } from "next-intl";
import { PrintButton } from "@/components/agreement/print-button";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { DigestChip } from "@/components/ui/code-chip";
import { longDay } from "@/components/ui/format-moment";
import { PageHead } from "@/components/ui/page-head";
import { Quote } from "@/components/ui/quote";
import { Section } from "@/components/ui/section";
import { Segmented } from "@/components/ui/segmented";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import type { Clause } from "@/lib/talking-points/schema.text";
import { InOneLanguage } from "./in-one-language";
import type { SpeakingNotesFacts } from "./load-speaking-notes";
import { StatusStamps } from "./status-stamp";
import { here, talkingPointHref } from "./talking-points-query";

/** The order in which a speaker needs them. */
const order = ["key_message", "ask", "proof", "if_asked", "do_not_say"] as const;

/** One page to take to a microphone: for whom one speaks, what to say, what to answer, what never to say, every reservation at its words. */
export function SpeakingNotesView({ facts }: { facts: SpeakingNotesFacts }) {
  const t = useTranslations("talkingPoints.notesPage");
  const list = useTranslations("talkingPoints.list");
  const texts = useTranslations("talkingPoints.text");
  const locale = useLocale();
  const { point, version, language } = facts;
  const at = talkingPointHref(point.slug);
  const answers = point.endorsements.filter((it) => it.version === version.number);
  const behind = answers.filter(({ response }) => response === "endorse" || response === "endorse_with_reservation");
  return (
    <>
      <Breadcrumb
        steps={[
          { label: list("title"), href: here },
          { label: pickLanguage(point.title, locale)?.text ?? list("untitled"), href: at },
        ]}
      />
      <PageHead
        over={t("title")}
        title={<InOneLanguage text={version.title} missing={list("untitled")} />}
        marks={
          <>
            <StatusStamps point={point} />
            <span className="text-small text-ink-2">
              {t("version", { number: version.number, day: longDay(new Date(version.at), locale) })}
            </span>
            <DigestChip digest={version.digest} />
          </>
        }
        actions={<PrintButton label={t("print")} />}
      >
        {t("speaksFor", { count: behind.length })} {behind.map((it) => it.organization.name[locale]).join(", ")}
      </PageHead>
      <div className="no-print pb-4">
        <Segmented
          label={texts("language")}
          segments={(["en", "fr"] as const).map((it) => ({
            href: `${at}/speaking-notes?text=${it}`,
            label: texts(it === "en" ? "english" : "french"),
            current: language === it,
          }))}
        />
      </div>
      {order.map((kind) => {
        const clauses = version.clauses.filter((it) => it.kind === kind);
        return (
          clauses.length > 0 && (
            <Section key={kind} title={t(`part.${kind}`)} className="mt-6">
              <ol className="grid gap-4 pt-3">
                {clauses.map((clause) => (
                  <NoteLine key={clause.key} clause={clause} facts={facts} />
                ))}
              </ol>
            </Section>
          )
        );
      })}
    </>
  );
}

function NoteLine({ clause, facts }: { clause: Clause; facts: SpeakingNotesFacts }) {
  const t = useTranslations("talkingPoints.notesPage");
  const texts = useTranslations("talkingPoints.text");
  const locale = useLocale();
  const { language, point, version } = facts;
  const reserved = point.endorsements.filter(
    (it) =>
      it.version === version.number &&
      it.reservation !== null &&
      (it.anchor ? it.anchor.clause === clause.key : it.clauses.includes(clause.key)),
  );
  const words = clause.text[language];
  return (
    <li className="grid gap-1">
      {clause.question?.[language] && (
        <p lang={language} className="font-semibold">
          {clause.question[language]}
        </p>
      )}
      {words ? (
        <p lang={language} dir="auto" className="words whitespace-pre-line">
          {words}
        </p>
      ) : (
        <p className="text-ink-3">{texts("missing", { language })}</p>
      )}
      {clause.source && <p className="text-small text-ink-2">{t("source", { source: clause.source.line })}</p>}
      {clause.of && <p className="text-small text-ink-2">{texts("addressee", { office: clause.of.title[locale] })}</p>}
      {reserved.map(({ organization, reservation }) => {
        const said = reservation && pickLanguage(reservation, language);
        return (
          said && (
            <p key={organization.slug} className="border-l-2 border-pen pl-3 text-small">
              <b>{t("reservation", { organization: organization.name[locale] })}</b>{" "}
              <Quote lang={said.lang}>{said.text}</Quote>
            </p>
          )
        );
      })}
    </li>
  );
}
