import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import type { Docx } from "@/lib/platform/files/docx-read";
import { Refusal } from "@/lib/platform/http/refusal";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { readUpload } from "@/lib/uploads/read-upload";
import { UploadFault } from "@/lib/uploads/reading-thread";
import type { Viewer } from "@/lib/viewer/schema";
import { readableFrom } from "./policy";
import { kindLabels } from "./read.word";
import { findNotes } from "./read.word-notes";
import type { Judging } from "./rules.marked-rows";
import type { WordVersion } from "./rules.word";
import { readName } from "./rules.word-names";
import { clauseTextSelect, type PointContext } from "./write.context";

type Facts = Readonly<Record<string, string | number | null>>;

/** Where it is in the file, in signs that need no language. */
const whereOf = ({ part, paragraph, element }: Facts) =>
  [part, paragraph && `¶ ${paragraph}`, element && `<${element}>`].filter(Boolean).join(" ") || "none";

/** What a file says; why it cannot be read is said with the place. The file is kept nowhere. */
export async function readMarkedFile(file: File, organizationId: string): Promise<Docx> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    return await readUpload({ kind: "docx", by: `organization/${organizationId}`, bytes });
  } catch (error) {
    if (!(error instanceof UploadFault)) throw error;
    const reason = ownReasons.get(error.reason) ?? error.reason;
    throw new Refusal("CONFLICT", reason, { ...error.facts, where: whereOf(error.facts) });
  }
}

/** A file that is no archive is told of as a document, not as a workbook. */
const ownReasons = new Map([
  ["brokenArchive", "brokenDocument"],
  ["archiveTooLarge", "documentTooLarge"],
]);

const isDigest = (value: string | undefined) => (value && /^[0-9a-f]{64}$/.test(value) ? value : null);

/** Which version, in which language, a file was made of: by what it says of itself, or by the bookmarks in it. */
function findOrigin({ properties, paragraphs }: Docx) {
  const places = paragraphs.flatMap(({ pieces }) =>
    pieces.filter(({ later }) => later).flatMap(({ names }) => names.flatMap((it) => readName(it) ?? [])),
  );
  const named = places.flatMap((it) => (it.of === "frame" ? [] : [it]));
  const counts = new Map<string, number>();
  for (const { digest, language } of named)
    counts.set(`${digest} ${language}`, (counts.get(`${digest} ${language}`) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  const [digest = null, language = null] = most?.[0].split(" ") ?? [];
  return {
    digest: isDigest(properties.concertedDigest) ?? digest,
    point: properties.concertedText || null,
    language: (properties.concertedLanguage ?? language) === "fr" ? ("fr" as const) : ("en" as const),
  };
}

const textSelect = {
  ...{ number: true, digest: true, titleEn: true, titleFr: true },
  clauses: { orderBy: { number: "asc" as const }, select: clauseTextSelect },
};

/** The version that a file was made of, as this viewer may read it, and the one in force. */
export async function findJudging(tx: Tx, viewer: Viewer, point: PointContext, docx: Docx): Promise<Judging> {
  const { digest, point: named, language } = findOrigin(docx);
  const current: WordVersion = { number: point.currentVersion, ...point.current };
  if (named !== null && named !== point.id) throw new Refusal("CONFLICT", "markedAnotherText");
  const of =
    digest !== null && !current.digest.startsWith(digest)
      ? await tx.talkingPointVersion.findFirst({
          where: {
            ...{ talkingPointId: point.id, digest: { startsWith: digest } },
            number: { gte: readableFrom(viewer, point) },
          },
          orderBy: { number: "desc" },
          select: textSelect,
        })
      : current;
  if (!of) throw new Refusal("CONFLICT", "markedAnotherText");
  const [en, fr] = await Promise.all([translatorIn("en"), translatorIn("fr")]);
  const notes = await findNotes(tx, point.id, { t: language === "en" ? en : fr, language, clauses: current.clauses });
  const t = language === "en" ? en : fr;
  const toComplete = { sourceToChoose: t("word.toComplete.proof"), officeToChoose: t("word.toComplete.ask") };
  return { language, kinds: { en: kindLabels(en), fr: kindLabels(fr) }, toComplete, of, current, notes };
}
