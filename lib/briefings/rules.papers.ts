import type { PaperLanguage, paperObstacles } from "./schema.papers";

/** Nobody reads more before a meeting. */
export const maxPapers = 60;

type Meeting = { state: string; papers: number };

/** What stands in the way of one more paper. */
export function paperObstacle({ state, papers }: Meeting): (typeof paperObstacles)[number] | null {
  if (state === "cancelled") return "briefingCancelled";
  if (state === "published") return "minutesPublished";
  return papers >= maxPapers ? "tooManyPapers" : null;
}

/** In which languages it is written, as columns keep it. */
export const toLanguages = (language: PaperLanguage): string[] => (language === "both" ? ["en", "fr"] : [language]);

export const languageOf = (languages: readonly string[]): PaperLanguage =>
  languages.length > 1 ? "both" : languages[0] === "fr" ? "fr" : "en";

/** Why a file is no paper, by what its reader found; what else may be wrong with a document makes it a broken one. */
const refusals: Readonly<Record<string, string>> = {
  unknownFileType: "paperOfUnknownType",
  brokenPdf: "paperNoPdf",
  twoFilesInOne: "paperTwoInOne",
  controlsInFile: "paperControls",
  emptyFile: "paperEmpty",
  macrosInDocument: "paperMacros",
  externalContent: "paperFetches",
  embeddedContent: "paperEmbeds",
  encryptedDocument: "paperSealed",
  olderDocument: "paperOlder",
  archiveTooLarge: "paperTooLargeUnpacked",
  fileTakesTooLong: "paperTakesTooLong",
  fileTakesTooMuch: "paperTakesTooLong",
};

export const paperRefusal = (reason: string) => refusals[reason] ?? "paperBroken";
