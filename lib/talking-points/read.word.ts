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
import type { ClauseText } from "./rules.text";
import { composeWord, type WordFrame, type WordVersion } from "./rules.word";
import type { TalkingPointDetail } from "./schema";
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
  const { answers, status, text, endorsements } = point;
  const day = formatDay(dayIn(timeZone, new Date(text.at)), language);
  const reserved = endorsements.filter(({ response }) => response === "endorse_with_reservation");
  return {
    kinds: kindLabels(t),
    opening: [
      t("word.version", { status: t(`talkingPoints.status.${status}`), number: text.number, day }),
      t("talkingPoints.page.speaksFor", { count: answers.endorse + answers.endorse_with_reservation }),
      ...(since === undefined ? [] : [t("word.since", { number: since })]),
      t("word.invite"),
    ],
    reservations:
      reserved.length === 0
        ? null
        : {
            head: t("word.reservations"),
            of: reserved.flatMap(({ organization, version, reservation, joinedBy }) => {
              const words = reservation && pickLanguage(reservation, language);
              const names = [organization, ...joinedBy].map(({ name }) => name[language]).join(" · ");
              const by = t("word.reservationOf", { organization: names, number: version });
              return words ? [{ by, text: words.text, language: words.lang }] : [];
            }),
          },
    closing: [t("word.digest", { digest: text.digest })],
  };
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
