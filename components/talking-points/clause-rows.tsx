import { clsx } from "clsx";
import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import { Link } from "@/components/ui/link";
import { Margin } from "@/components/ui/record-text";
import { Stamp } from "@/components/ui/stamp";
import { noonOf } from "@/lib/platform/time/noon-of";
import type { WalkAway } from "@/lib/talking-points/schema.marks";
import type { Clause, ClauseComparison } from "@/lib/talking-points/schema.text";
import { Addressee } from "./clause-addressee";
import { Note } from "./clause-note";
import { anchorsIn, type ClauseNote } from "./clause-notes";
import { ClauseParity } from "./clause-parity";
import { SourceLine } from "./clause-source";
import { ClauseText } from "./clause-text";
import { CommentOnClause } from "./discussion/comment-on-clause";
import type { Speaking } from "./discussion/speaking";
import type { Joining } from "./joining";
import { collectMarks, PrivateMark } from "./private-mark";
import { talkingPointHref } from "./talking-point-href";

type Language = "en" | "fr";
type ClauseRowsProps = {
  clauses: readonly Clause[];
  /** The keys of those that are shown; all of them unless given. */
  only?: ReadonlySet<string> | undefined;
  notes: readonly ClauseNote[];
  /** What changed, where the reader asked to see it. */
  changes: readonly ClauseComparison[] | null;
  /** One language, or both with the reader's first. */
  language: Language | undefined;
  point: string;
  number: number;
  /** The organization in whose name the reader judges a translation; null where they may not. */
  judge: string | null;
  /** The reader amends it for an organization of theirs. */
  amends?: boolean;
  /** For whom the reader comments; null where nothing can be said. */
  speaking?: Speaking | null;
  /** For whom the reader may share a reservation; null where these are not the words in force. */
  joining?: Joining | null;
  /** Private marks that this reader may know, and the sentence about each clause; not of earlier words. */
  marks?: WalkAway | null;
};

const columns = "md:grid-cols-[minmax(0,1fr)_300px] lg:grid-cols-[minmax(0,1fr)_420px]! print:block!";

/** The words on a sheet, a row a clause, each with its notes beside it: no note can drift to another clause. */
export function ClauseRows(props: ClauseRowsProps) {
  const t = useTranslations("talkingPoints.notes");
  const texts = useTranslations("talkingPoints.text");
  const { clauses, only, notes, changes, speaking = null, joining = null } = props;
  const shown = only ? clauses.filter(({ key }) => only.has(key)) : clauses;
  const gone = changes?.filter(({ number }) => number === null) ?? [];
  const whole = notes.filter(({ clause }) => clause === null);
  return (
    <div className="border-t-[1.5px] border-ink">
      <ol>
        {shown.map((clause) => (
          <ClauseRow key={clause.key} {...props} clause={clause} />
        ))}
      </ol>
      {shown.length < clauses.length && (
        <p className="border-b border-rule px-3 py-4 text-small text-ink-2 md:pl-[52px]">
          {texts("notShown", { count: clauses.length - shown.length })}
        </p>
      )}
      {gone.map((it) => (
        <GoneClause key={it.key} clause={it} clauses={clauses} />
      ))}
      {whole.length > 0 && (
        <section className={clsx("grid border-b border-rule", columns)} aria-labelledby="notes-whole">
          <h2 id="notes-whole" className="px-3 py-5 font-ui text-small font-semibold md:pl-[52px]">
            {t("whole")}
          </h2>
          <Margin label={t("whole")}>
            <ul className="grid gap-3.5 py-4">
              {whole.map((note) => (
                <Note key={noteKey(note)} note={note} speaking={speaking} joining={joining} />
              ))}
            </ul>
          </Margin>
        </section>
      )}
    </div>
  );
}

function noteKey(note: ClauseNote) {
  if (note.kind === "amendment") return note.amendment.id;
  if (note.kind === "remark") return note.comment.id;
  return `${note.kind} ${(note.kind === "contest" ? note.contest : note.answer).organization.slug}`;
}

function ClauseRow(props: ClauseRowsProps & { clause: Clause }) {
  const {
    clause,
    notes,
    changes,
    language,
    point,
    number,
    judge,
    amends,
    speaking = null,
    joining = null,
    marks,
  } = props;
  const t = useTranslations("talkingPoints.notes");
  const kinds = useTranslations("talkingPoints.clauseKind");
  const amend = useTranslations("amendments.point");
  const sentence = useTranslations("talkingPoints.marks");
  const own = notes.filter((note) => note.clause === clause.key);
  const change = changes?.find(({ key }) => key === clause.key);
  const said = marks ? collectMarks(marks).filter((it) => it.clause === clause.key && it.mark !== "acceptable") : [];
  const redLine = marks?.clauses.some(({ key, redLine }) => key === clause.key && redLine);
  return (
    <li id={`clause-${clause.number}`} className={clsx("grid content-start border-b border-rule", columns)}>
      <div className="grid grid-cols-[28px_minmax(0,1fr)] content-start border-x border-rule bg-sheet py-5 pr-4 pl-3 md:grid-cols-[52px_minmax(0,1fr)] md:border-r-0 md:pr-6 md:pl-0 print:border-0">
        <span className="pt-1 text-ink-2 tabular-nums md:pr-4 md:text-right">{clause.number}</span>
        <div className="grid min-w-0 content-start gap-2">
          {clause.kind !== "key_message" && <p className="text-small font-semibold text-ink-2">{kinds(clause.kind)}</p>}
          {change && <ChangeStamps change={change} />}
          <ClauseBody clause={clause} notes={own} change={change} language={language} />
          <ClauseParity clause={clause} point={point} number={number} judge={judge} />
        </div>
      </div>
      <Margin label={t("ofClause", { number: clause.number })}>
        <div className="grid content-start gap-3.5 py-4">
          {own.length + said.length === 0 && !redLine ? (
            <p className="font-semibold text-ink-2">{t("none")}</p>
          ) : (
            <ul className="grid gap-3.5">
              {own.map((note) => (
                <Note key={noteKey(note)} note={note} speaking={speaking} joining={joining} />
              ))}
              {said.map((note) => (
                <PrivateMark key={`mark ${note.organization.slug}`} note={note} />
              ))}
            </ul>
          )}
          {own.length === 0 && said.length > 0 && !redLine && (
            <p className="print-only font-semibold text-ink-2">{t("none")}</p>
          )}
          {redLine && <p className="font-semibold">{sentence("redLine")}</p>}
          <SourceLine clause={clause} />
          {amends && (
            <Link href={`${talkingPointHref(point)}/amend?clause=${clause.key}`} className="no-print text-small">
              {amend("amendClause", { number: clause.number })}
            </Link>
          )}
          <CommentOnClause speaking={speaking} version={number} clause={clause} />
        </div>
      </Margin>
    </li>
  );
}

type ClauseBodyProps = {
  clause: Clause;
  notes: readonly ClauseNote[];
  change: ClauseComparison | undefined;
  language: Language | undefined;
};

/** The reader's language in full size and the other behind a hairline; a missing one is said, and never filled with the other. */
function ClauseBody({ clause, notes, change, language }: ClauseBodyProps) {
  const t = useTranslations("talkingPoints.text");
  const locale = useLocale() as Language;
  const other: Language = locale === "en" ? "fr" : "en";
  const shown: Language[] = language ? [language] : [locale, other];
  return (
    <div className="words">
      {shown.map((lang, at) => (
        <div key={lang} className={clsx(at > 0 && "words-other")}>
          {clause.question?.[lang] && (
            <p lang={lang} className="pb-1 italic">
              {clause.question[lang]}
            </p>
          )}
          {(clause.text[lang] || (change && change.text[lang].length > 0)) && (
            <ClauseText
              text={clause.text[lang] ?? ""}
              anchors={anchorsIn(notes, clause.key, lang)}
              changes={change?.text[lang]}
              lang={lang}
            />
          )}
          {!clause.text[lang] && (
            <p className="font-ui text-small text-ink-3">
              {clause.translation
                ? t("translationBy", {
                    language: lang,
                    organization: clause.translation.organization.name[locale],
                    day: longDay(noonOf(clause.translation.dueOn), locale),
                  })
                : t("missing", { language: lang })}
            </p>
          )}
        </div>
      ))}
      {clause.of && <Addressee of={clause.of} />}
    </div>
  );
}

function ChangeStamps({ change }: { change: ClauseComparison }) {
  const t = useTranslations("talkingPoints.compare");
  const kinds = useTranslations("talkingPoints.clauseKind");
  const { state, moved, was, kind } = change;
  if (state === "kept" && !moved) return null;
  return (
    <p className="flex flex-wrap gap-1.5">
      {state === "added" && <Stamp kind="usable">{t("added")}</Stamp>}
      {moved && was !== null && <Stamp kind="pen">{t("was", { number: was })}</Stamp>}
      {kind.from && kind.to && kind.from !== kind.to && (
        <Stamp>{t("kindChanged", { from: kinds(kind.from), to: kinds(kind.to) })}</Stamp>
      )}
    </p>
  );
}

/** A clause that the words in force no longer have: dropped, or gone into another one. */
function GoneClause({ clause, clauses }: { clause: ClauseComparison; clauses: readonly Clause[] }) {
  const t = useTranslations("talkingPoints.compare");
  const locale = useLocale() as Language;
  const into = clauses.find(({ key }) => key === clause.into)?.number;
  return (
    <section className="grid gap-2 border-x border-b border-rule bg-sheet px-3 py-5 md:pl-[52px]">
      <p>
        <Stamp kind="retired">
          {into ? t("mergedInto", { was: clause.was ?? 0, number: into }) : t("removed", { was: clause.was ?? 0 })}
        </Stamp>
      </p>
      <div className="words">
        <ClauseText text="" anchors={[]} changes={clause.text[locale]} lang={locale} />
      </div>
    </section>
  );
}
