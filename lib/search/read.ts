import "server-only";
import { listBriefings } from "@/lib/briefings/read";
import { listGlossary, listLibrary } from "@/lib/library/read";
import { listOrganizations } from "@/lib/organizations/read";
import type { Locale } from "@/lib/platform/i18n/routing";
import { foldText, matchesAllWords } from "@/lib/platform/text/fold";
import { listDilemmas, listPropositions, listThemes } from "@/lib/propositions/read";
import { listRecommendations, listTimeline } from "@/lib/report/read";
import { listTalkingPoints } from "@/lib/talking-points/read";
import type { Viewer } from "@/lib/viewer/schema";
import type { FoundType } from "./constants";
import { rank, share } from "./rules";
import type { Found, FoundItem, SearchInput } from "./schema";

type Hits = { type: FoundType; items: FoundItem[]; total: number };

// As many of each list as it shows at once. All but the organizations are short and public, and are read whole.
const limit = 100;

const yearOf = (date: string) => date.slice(0, 4) || null;
const termHref = (term: string) => `/glossary?${new URLSearchParams({ q: term.slice(0, 100) })}`;

/**
 * Everything that a list finds for these words, so that search and the lists never differ. What an organization wrote,
 * drafts, reservations and reasons, is not looked through: whether it holds a word would be told by what is found. Of talking
 * points the words in force are, and of meetings the titles, for whoever reads them. Organizations that the viewer may not see are left out before any name is read, so they change neither count nor time.
 */
async function findAll(viewer: Viewer, q: string, language: Locale): Promise<Hits[]> {
  const asked = { q, limit };
  const [
    propositions,
    points,
    briefings,
    themes,
    organizations,
    recommendations,
    timeline,
    library,
    glossary,
    dilemmas,
  ] = await Promise.all([
    listPropositions(asked),
    listTalkingPoints(viewer, asked, language),
    listBriefings(viewer, asked),
    listThemes({ limit }),
    listOrganizations(viewer, asked, language),
    listRecommendations(asked),
    listTimeline(asked),
    listLibrary(asked),
    listGlossary(asked, language),
    listDilemmas(asked),
  ]);
  const named = themes.items.filter(({ title }) => matchesAllWords(q, [title.en, title.fr]));
  return [
    {
      type: "proposition",
      total: propositions.total,
      items: propositions.items.map((it) => ({
        title: it.title,
        href: `/propositions/${it.slug}`,
        note: String(it.number),
      })),
    },
    {
      type: "talkingPoint",
      total: points.total,
      items: points.items.map(({ title: { en, fr }, slug, number }) => ({
        title: { en: en ?? fr ?? "", fr: fr ?? en ?? "" },
        ...{ href: `/talking-points/${slug}`, note: `v${number}` },
      })),
    },
    {
      type: "briefing",
      total: briefings.total,
      items: briefings.items.map(({ title: { en, fr }, slug, time }) => ({
        title: { en: en ?? fr ?? "", fr: fr ?? en ?? "" },
        ...{ href: `/briefings/${slug}`, note: time?.wall.slice(0, 4) ?? null },
      })),
    },
    {
      type: "theme",
      total: named.length,
      items: named.map((it) => ({ title: it.title, href: `/themes/${it.slug}`, note: null })),
    },
    {
      type: "organization",
      total: organizations.total,
      items: organizations.items.map((it) => ({ title: it.name, href: `/organizations/${it.slug}`, note: it.code })),
    },
    {
      type: "recommendation",
      total: recommendations.total,
      items: recommendations.items.map((it) => ({
        title: it.title,
        href: `/briefings/recommendations#${it.ref}`,
        note: it.ref,
      })),
    },
    {
      type: "timeline",
      total: timeline.total,
      items: timeline.items.map((it) => ({ title: it.title, href: `/timeline#${it.slug}`, note: yearOf(it.date) })),
    },
    {
      type: "library",
      total: library.total,
      items: library.items.map((it) => ({ title: it.title, href: `/library#${it.slug}`, note: yearOf(it.date) })),
    },
    {
      type: "glossary",
      total: glossary.total,
      items: glossary.items.map(({ en, fr }) => ({ title: { en, fr }, href: termHref(en), note: null })),
    },
    {
      type: "dilemma",
      total: dilemmas.total,
      items: dilemmas.items.map((it) => ({ title: it.title, href: `/dilemmas#${it.slug}`, note: null })),
    },
  ];
}

/** A few rows of each type that found something, those that bear the words in their title first. */
export async function search(viewer: Viewer, input: SearchInput, language: Locale): Promise<Found> {
  const q = input.q ?? "";
  if (foldText(q).trim() === "") return { groups: [], total: 0 };
  const hits = (await findAll(viewer, q, language)).filter(({ total }) => total > 0);
  const ranked = hits.map((it) => ({ ...it, ...rank(q, it.items) }));
  const byName = share(
    input.limit,
    ranked.map(({ named }) => named),
  );
  const rest = share(
    input.limit - byName.reduce((sum, it) => sum + it, 0),
    ranked.map(({ items, named }) => items.length - named),
  );
  const groups = ranked.map(({ type, total, items }, at) => ({
    type,
    total,
    items: items.slice(0, (byName[at] ?? 0) + (rest[at] ?? 0)),
  }));
  return { groups, total: groups.reduce((sum, it) => sum + it.total, 0) };
}
