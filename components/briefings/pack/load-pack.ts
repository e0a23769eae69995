import { getLocale } from "next-intl/server";
import { requireAccount } from "@/components/accounts/require-account";
import { orNotFound } from "@/lib/api/or-not-found";
import { api } from "@/lib/api/server";
import { listPack } from "@/lib/briefings/rules.pack-blocks";
import { translatorIn } from "@/lib/platform/i18n/translator";
import type { PageQuery } from "../../talking-points/talking-points-query";

/** What somebody takes along to a meeting, block by block: the same words as in print and in the file. */
export async function loadPack(slug: string, query: PageQuery) {
  await requireAccount();
  const asked = [query.text].flat()[0];
  const language = asked === "en" || asked === "fr" ? asked : await getLocale();
  const pack = await orNotFound(api.briefings.pack.get({ id: slug, language }));
  return { pack, blocks: listPack({ t: await translatorIn(language), pack }) };
}
export type PackFacts = Awaited<ReturnType<typeof loadPack>>;
