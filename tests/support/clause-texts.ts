import type { ClauseText } from "@/lib/talking-points/rules.text";

/** A clause with these words, in English or in both languages. */
export const clauseOf = (key: string, en: string, more: Partial<ClauseText> = {}): ClauseText => ({
  ...{ key, kind: "key_message", en, fr: null, questionEn: null, questionFr: null },
  ...{ source: null, addresseeEn: null, addresseeFr: null, ...more },
});
