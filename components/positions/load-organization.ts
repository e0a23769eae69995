import { noBriefings } from "@/components/briefings/hosted-briefings";
import { leadToCurrent } from "@/components/organizations/lead-to-current";
import { noPoints } from "@/components/talking-points/point-links";
import { orNotFound } from "@/lib/api/or-not-found";
import { api, getViewer } from "@/lib/api/server";
import type { Joined } from "@/lib/positions/schema.annotations";
import type { Summary } from "@/lib/positions/schema.summary";
import { inNetwork } from "@/lib/viewer/rules";
import type { PositionsQuery } from "./positions-query";

const taskKinds = ["submitted", "returned", "stale", "earlier", "undecided"] as const;

const toTasks = (counts: Summary["owed"]) =>
  taskKinds.map((kind) => ({ kind, count: counts[kind] })).filter(({ count }) => count > 0);

export const positionsPageSize = 50;
const nothingJoined: { items: Joined[] } = { items: [] };

/** One organization, and what it stands by, or stood by on a day, as far as the reader may read it, theme by theme. */
export async function loadOrganization(slug: string, query: PositionsQuery) {
  const { on: asOf, cursor, q, stance, sort } = query;
  const on = { organization: slug, ...(asOf && { asOf }) };
  const chosen = { ...(q && { q }), ...(stance && { stance }), ...(sort && { sort }), ...(cursor && { cursor }) };
  const [organization, { items: themes }, summary, page, joined] = await orNotFound(
    Promise.all([
      api.organizations.get({ slug }),
      api.themes.list({}),
      api.positions.summary(on),
      api.positions.list({ ...on, state: "standing", limit: positionsPageSize, ...chosen }),
      asOf || cursor ? nothingJoined : api.positions.annotations.joined({ slug, limit: 100 }),
    ]),
  );
  await leadToCurrent(organization, slug);
  const viewer = await getViewer();
  // Its own people read of mandates on this page, whoever they are; the network reads that nobody can sign.
  const signing = viewer.personId !== null && inNetwork(viewer) ? await api.organizations.recovery.get({ slug }) : null;
  const points =
    inNetwork(viewer) && !cursor
      ? await api.talkingPoints.list({ lead: slug, sort: "status", limit: 20, ...(asOf && { asOf }) })
      : noPoints;
  const briefings =
    inNetwork(viewer) && !cursor && !asOf ? await api.briefings.list({ host: slug, limit: 5 }) : noBriefings;
  const updates =
    inNetwork(viewer) && !cursor && !asOf ? await api.briefings.updates.ofOrganization({ slug, limit: 5 }) : null;
  const narrowed = q !== undefined || stance !== undefined;
  const counts = new Map(summary.themes.map(({ theme, standing }) => [theme, standing]));
  const groups = themes
    .map((theme) => ({
      theme,
      total: narrowed ? undefined : counts.get(theme.slug),
      positions: page.items.filter((it) => it.proposition.theme === theme.slug),
    }))
    .filter((group) => group.positions.length > 0);
  // Another order than that of the themes is one list.
  const list = sort && sort !== "number" ? [{ theme: null, total: undefined, positions: page.items }] : groups;
  const { standing: total, owed } = summary;
  const found = { total, found: page.total, next: page.nextCursor };
  return {
    organization,
    groups: page.items.length > 0 ? list : [],
    themes,
    tasks: toTasks(owed),
    joined,
    points,
    briefings,
    updates,
    signing,
    query,
    ...found,
  };
}

export type OrganizationFacts = Awaited<ReturnType<typeof loadOrganization>>;
