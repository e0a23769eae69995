import "server-only";
import { db } from "@/lib/platform/db/client";
import { renderWord } from "@/lib/platform/documents/render-word";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Locale } from "@/lib/platform/i18n/routing";
import { type Translator, translatorIn } from "@/lib/platform/i18n/translator";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { formatDay } from "@/lib/platform/time/format-day";
import { dayIn } from "@/lib/platform/time/zone";
import type { Viewer } from "@/lib/viewer/schema";
import { clauseKinds } from "./constants";
import { getVersion } from "./read.compare";
import { getTalkingPoint } from "./read.detail";
import { findMoment } from "./read.state";
import { readNotes } from "./read.word-notes";
import { toBehind, toRemarks } from "./rules.handout";
import type { ClauseText } from "./rules.text";
import { composeWord, type WordFrame, type WordVersion } from "./rules.word";
import type { TalkingPointDetail } from "./schema";
import type { Endorsement } from "./schema.endorsements";
import type { Clause, Version } from "./schema.text";
import type { WordInput } from "./schema.word";

const toText = ({ key, kind, text, question, source, of }: Clause): ClauseText => ({
  ...{ key, kind, en: text.en, fr: text.fr },
  ...{ questionEn: question?.en ?? null, questionFr: question?.fr ?? null, source: source?.line ?? null },
  ...{ addresseeEn: of?.title.en || null, addresseeFr: of?.title.fr || null },
});

/** A version as its rows hold it, from what its reader is given of it. */
export const toWordVersion = ({ number, digest, title, clauses }: Version): WordVersion => ({
  ...{ number, digest, titleEn: title.en, titleFr: title.fr, clauses: clauses.map(toText) },
});

/** The headings of clauses in a language, as a document has them. */
export const kindLabels = (t: Translator) =>
  Object.fromEntries(clauseKinds.map((it) => [it, t(`talkingPoints.clauseKind.${it}`)])) as WordFrame["kinds"];

type Printing = { t: Translator; language: Locale; since: number | undefined; timeZone: string };

function toFrame(point: TalkingPointDetail, { t, language, since, timeZone }: Printing): WordFrame {
  const { status, text, endorsements } = point;
  const day = formatDay(dayIn(timeZone, new Date(text.at)), language);
  const current = endorsements.filter((it) => it.current);
  const { behind, partly } = toBehind({ answers: current, clauses: text.clauses }, () => true);
  const remarks = endorsements.flatMap((it) => listRemark(it, text.clauses, { t, language }));
  return {
    kinds: kindLabels(t),
    opening: [
      t("word.version", { status: t(`talkingPoints.status.${status}`), number: text.number, day }),
      t("talkingPoints.page.speaksFor", { count: behind.length }),
      ...partly.map(({ organization, clauses }) =>
        t("talkingPoints.handout.partly", {
          ...{ organization: organization.name[language], count: clauses.length, clauses: clauses.join(", ") },
        }),
      ),
      ...(since === undefined ? [] : [t("word.since", { number: since })]),
      t("word.invite"),
    ],
    remarks: remarks.length === 0 ? null : { head: t("word.remarks"), of: remarks },
    closing: [t("word.digest", { digest: text.digest })],
  };
}

type RemarkLine = NonNullable<WordFrame["remarks"]>["of"][number];

/** What qualifies the text travels with it, in this paper as in every other; here with the version that was answered. */
function listRemark(
  answer: Endorsement,
  clauses: readonly Clause[],
  { t, language }: Pick<Printing, "t" | "language">,
): RemarkLine[] {
  const quote = (pair: { en: string | null; fr: string | null } | null): RemarkLine[] => {
    const words = pair && pickLanguage(pair, language);
    return words ? [{ style: "quote", text: words.text, language: words.lang }] : [];
  };
  return toRemarks({ answers: [answer], clauses: [...clauses] }, () => true, false).flatMap((it) => {
    const names = [answer.organization, ...it.joinedBy].map(({ name }) => name[language]).join(" · ");
    const of = t("word.remarkOf", { organization: names, number: answer.version });
    const numbers = it.clauses;
    const about =
      numbers.length > 0 &&
      t("talkingPoints.handout.onClauses", { count: numbers.length, clauses: numbers.join(", ") });
    const who = [t(`talkingPoints.handout.${it.kind}`, { organization: of }), about].filter(Boolean).join(" ");
    const words = it.anchor && pickLanguage(it.anchor.text, language);
    const small = (text: string): RemarkLine => ({ style: "small", text });
    return [
      small(who),
      ...(words ? [{ ...small(t("talkingPoints.handout.about", { words: words.text })), language: words.lang }] : []),
      ...quote(it.text),
      ...(it.lift ? [small(t("talkingPoints.notes.lift")), ...quote(it.lift)] : []),
    ];
  });
}

/** The text as its reader may read it, as a document for Word: its changes since a version tracked, amendments as comments. */
export async function writeWord(viewer: Viewer, input: WordInput & { language: Locale }) {
  const { id, language, since } = input;
  const point = await getTalkingPoint(viewer, id);
  if (since !== undefined && since > point.number) throw new Refusal("NOT_FOUND", "noSuchVersion");
  const before = since === undefined || since === point.number ? null : await getVersion(viewer, id, since);
  const { timeZone } = await findMoment(undefined);
  const t = await translatorIn(language);
  const notes = input.comments ? await readNotes(db, point.id, { t, language, clauses: point.text.clauses }) : [];
  const text = composeWord({
    ...{ language, author: t("word.author"), at: new Date(point.text.at), point: point.id, notes },
    ...{ version: toWordVersion(point.text), since: before && toWordVersion(before) },
    frame: toFrame(point, { t, language, since: before?.number, timeZone }),
  });
  const name = [point.slug, `v${point.number}`, before && `since-v${before.number}`, language];
  return { name: `${name.filter(Boolean).join("-")}.docx`, bytes: await renderWord(text) };
}
