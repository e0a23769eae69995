import { getLocale } from "next-intl/server";
import { z } from "zod";
import { requireAccount } from "@/components/accounts/require-account";
import { orNotFound } from "@/lib/api/or-not-found";
import { api } from "@/lib/api/server";
import type { PageQuery } from "./talking-points-query";

/** The version that may be quoted, or where none may yet, the words in force; in one language. */
export async function loadSpeakingNotes(slug: string, query: PageQuery) {
  await requireAccount();
  const locale = await getLocale();
  const language = z.enum(["en", "fr"]).catch(locale).parse(query.text);
  const point = await orNotFound(api.talkingPoints.get({ id: slug }));
  const number = point.usableVersion ?? point.number;
  const version =
    number === point.number ? point.text : await orNotFound(api.talkingPoints.version({ id: slug, number }));
  return { point, version, language };
}
export type SpeakingNotesFacts = Awaited<ReturnType<typeof loadSpeakingNotes>>;
