import { requireAccount } from "@/components/accounts/require-account";
import { collectPages } from "@/lib/api/collect-pages";
import { orNotFound } from "@/lib/api/or-not-found";
import { api, getViewer } from "@/lib/api/server";
import { longestCursor } from "@/lib/platform/http/pagination";
import { draftingOrganizationsOf } from "@/lib/viewer/rules";
import type { PageQuery } from "../talking-points/talking-points-query";

const rowsShown = 100;
const first = (query: PageQuery, name: string, longest: number) =>
  [query[name]].flat()[0]?.slice(0, longest) || undefined;

/** The offices that the network speaks to, as the address asks for them. */
export async function loadOffices(query: PageQuery) {
  await requireAccount();
  const [q, cursor] = [first(query, "q", 100), first(query, "cursor", longestCursor)];
  const found = await orNotFound(
    api.offices.list({ limit: rowsShown, ...(q !== undefined && { q }), ...(cursor !== undefined && { cursor }) }),
  );
  return { ...found, q, later: cursor !== undefined };
}
export type OfficesFacts = Awaited<ReturnType<typeof loadOffices>>;

/** The institutions that offices belong to, each once, so that a new office names one of them in the same words. */
async function listInstitutions() {
  const offices = await collectPages((place) => api.offices.list(place));
  return [...new Map(offices.map((it) => [it.institution, it.institutionName])).values()];
}

/** What the form of a new office begins with. */
export async function loadAdding() {
  await requireAccount();
  const viewer = await getViewer();
  const institutions = await orNotFound(listInstitutions());
  return { writer: viewer.personId ?? "", institutions, may: draftingOrganizationsOf(viewer).length > 0 };
}
export type AddingFacts = Awaited<ReturnType<typeof loadAdding>>;

/** One office, and the organizations for which this reader can check its title. */
export async function loadOffice(slug: string, query: PageQuery) {
  await requireAccount();
  const [viewer, office] = await Promise.all([getViewer(), orNotFound(api.offices.get({ slug }))]);
  const writing = first(query, "write", 1) !== undefined && office.viewer.mayWrite;
  return {
    office,
    writer: viewer.personId ?? "",
    writing,
    institutions: writing ? await listInstitutions() : [],
    organizations: draftingOrganizationsOf(viewer).map((it) => ({
      value: it.slug,
      label: { en: it.nameEn, fr: it.nameFr },
    })),
  };
}
export type OfficeFacts = Awaited<ReturnType<typeof loadOffice>>;
