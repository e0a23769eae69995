import "server-only";
import { maxLetters } from "@/lib/math/file/values";
import type { Translator } from "@/lib/platform/i18n/translator";
import type { Note } from "./rules.notes";

const maxIds = 10;

/** Notes as sentences; of many statements the first few are named. */
export function formatNotes(t: Translator, notes: readonly Note[]): string[] {
  return notes.map(({ kind, ids }) => {
    const named = ids.slice(0, maxIds).join(", ");
    const more = ids.length - maxIds;
    const listed = more > 0 ? t("studies.note.more", { ids: named, count: more }) : named;
    return t(`studies.note.${kind}`, { count: ids.length, ids: listed, most: maxLetters });
  });
}
