import { getLocale } from "next-intl/server";
import { z } from "zod";
import { requireAccount } from "@/components/accounts/require-account";
import { orNotFound } from "@/lib/api/or-not-found";
import { api } from "@/lib/api/server";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { audiences } from "@/lib/talking-points/constants";
import { listNotes } from "@/lib/talking-points/rules.blocks";
import type { PageQuery } from "./talking-points-query";

const one = <T extends z.ZodType>(shape: T) =>
  z.preprocess((it) => (Array.isArray(it) ? it[0] : it) || undefined, shape.optional().catch(undefined));
const notesQuery = z.object({
  text: one(z.enum(["en", "fr"])),
  for: one(z.enum(audiences)),
  version: one(z.coerce.number().int().min(1)),
});

/** The version that may be quoted, or the one that is named, for an audience; all of it in one language, as on paper. */
export async function loadSpeakingNotes(slug: string, query: PageQuery) {
  await requireAccount();
  const { text, for: audience, version } = notesQuery.parse(query);
  const language = text ?? (await getLocale());
  const handout = await orNotFound(
    api.talkingPoints.files.speakingNotes({
      ...{ id: slug, language },
      ...(audience && { audience }),
      ...(version !== undefined && { version }),
    }),
  );
  return { handout, version, blocks: listNotes({ t: await translatorIn(language), handout }) };
}
export type SpeakingNotesFacts = Awaited<ReturnType<typeof loadSpeakingNotes>>;
