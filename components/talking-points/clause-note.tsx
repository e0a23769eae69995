import { useFormatter, useLocale, useTranslations } from "next-intl";
import { JoinedNames } from "@/components/talking-points/joined-names";
import { longDay } from "@/components/ui/format-moment";
import { Bookmark, MessageSquareOff, MessageSquareQuote, Minus, Scale } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { Quote } from "@/components/ui/quote";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import type { Endorsement } from "@/lib/talking-points/schema.endorsements";
import { AmendmentNote } from "./amendment-note";
import type { ClauseNote } from "./clause-notes";
import type { Speaking } from "./discussion/speaking";
import { Thread } from "./discussion/thread";
import { JoinReservation } from "./join-reservation";
import { type Joining, joinActs } from "./joining";

const icons = {
  reservation: Bookmark,
  objection: MessageSquareOff,
  standAside: Minus,
  contest: Scale,
  remark: MessageSquareQuote,
};

/** One note of the margin: its letter, what it is, whose, since when, and the words in full. */
export function Note({ note, speaking, joining }: NoteProps<ClauseNote>) {
  if (note.kind === "amendment") return <AmendmentNote amendment={note.amendment} letter={note.letter} />;
  return <NoteItem {...{ note, speaking, joining }} />;
}

type NoteProps<Kind> = {
  note: Kind;
  speaking: Speaking | null;
  /** The reader's organizations, which can share a reservation; null where the words are not those in force. */
  joining: Joining | null;
};

type OtherNote = Exclude<ClauseNote, { kind: "amendment" }>;
type WrittenNote = Exclude<OtherNote, { kind: "remark" }>;

function NoteItem({ note, speaking, joining }: NoteProps<OtherNote>) {
  const t = useTranslations("talkingPoints.notes");
  const locale = useLocale();
  const Icon = icons[note.kind];
  return (
    <li className="note note-tick grid gap-1" {...(note.letter && { id: `note-${note.letter}` })}>
      <p className="note-head">
        {note.letter && (
          <a
            href={`#words-${note.kind === "remark" ? note.comment.language : locale}-${note.letter}`}
            className="note-letter"
            aria-label={t("back", { letter: note.letter })}
          >
            {note.letter}
          </a>
        )}
        <Icon />
        {t(note.kind)}
      </p>
      {note.kind === "remark" ? (
        <Thread comment={note.comment} speaking={speaking} marked={note.letter !== null} />
      ) : (
        <NoteText note={note} />
      )}
      {note.kind === "reservation" && joining && <JoinReservations answer={note.answer} joining={joining} />}
    </li>
  );
}

function JoinReservations({ answer, joining }: { answer: Endorsement; joining: Joining }) {
  const { step, organization } = answer;
  const { point: id, version, digest } = joining;
  return joinActs(joining, answer).map((act) => (
    <JoinReservation
      key={act.own.organization.slug}
      act={act}
      reservation={{ id, version, digest, step, organization }}
    />
  ));
}

function NoteText({ note }: { note: WrittenNote }) {
  const locale = useLocale();
  const { organization } = note.kind === "contest" ? note.contest : note.answer;
  const at = note.kind === "contest" ? note.contest.at : note.answer.since;
  return (
    <>
      <p>
        <Link href={`/organizations/${organization.slug}`} className="font-semibold">
          {organization.name[locale]}
        </Link>{" "}
        <span className="whitespace-nowrap text-ink-3">{longDay(new Date(at), locale)}</span>
      </p>
      <AnswerText note={note} />
    </>
  );
}

function AnswerText({ note }: { note: WrittenNote }) {
  const t = useTranslations("talkingPoints.notes");
  const format = useFormatter();
  const locale = useLocale();
  if (note.kind === "contest") {
    const reason = pickLanguage(note.contest.reason, locale);
    return (
      <>
        {reason && <p lang={reason.lang}>{reason.text}</p>}
        <p className="text-ink-2">{t("contestFollows")}</p>
      </>
    );
  }
  const { reservation, reason, lift, joinedBy } = note.answer;
  const words = pickLanguage(reservation ?? reason ?? { en: null, fr: null }, locale);
  const lifting = lift && pickLanguage(lift, locale);
  return (
    <>
      {note.numbers.length > 0 && (
        <p className="text-ink-2">
          {t("onClauses", { count: note.numbers.length, clauses: format.list(note.numbers.map(String)) })}
        </p>
      )}
      {words && (
        <p className="whitespace-pre-line">
          <Quote lang={words.lang}>{words.text}</Quote>
        </p>
      )}
      {lifting && (
        <p>
          {t("lift")} <Quote lang={lifting.lang}>{lifting.text}</Quote>
        </p>
      )}
      <JoinedNames names={joinedBy} />
    </>
  );
}
