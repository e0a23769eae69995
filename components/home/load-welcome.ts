import type { Me } from "@/lib/accounts/schema";
import { api } from "@/lib/api/server";

const suggested = 3;

type SuggestedProposition = { slug: string; number: number; title: { en: string; fr: string } };

/** The first propositions that the organization has recorded nothing on; any, where none counts for it. */
async function suggest(slug: string, status: string): Promise<SuggestedProposition[]> {
  const { organizations } = await api.home.read({});
  const tasks = organizations.find((it) => it.organization.slug === slug);
  const open = tasks?.notRecorded.items.map(({ proposition }) => proposition) ?? [];
  if (status === "member") return open.slice(0, suggested);
  const { items } = await api.themes.propositions({});
  return items.slice(0, suggested).map(({ slug: own, number, title }) => ({ slug: own, number, title }));
}

async function loadRole(me: Me, slug: string) {
  const [detail, people, mandates, propositions, { items: views }] = await Promise.all([
    api.organizations.get({ slug }),
    api.organizations.people.list({ slug }),
    api.organizations.mandates.list({ slug }),
    suggest(slug, me.organizations.find((it) => it.slug === slug)?.status ?? ""),
    api.positions.views.list({}),
  ]);
  const signers = people.items.filter((it) => !it.viewer.self && it.powers?.includes("sign_off"));
  return {
    organization: detail,
    /** What this person may do for it now, on at least one theme. */
    powers: people.items.find((it) => it.viewer.self)?.powers ?? [],
    signers: signers.map(({ name }) => name),
    mayGrant: mandates.viewer.mayGrant,
    mayDraft: me.may.draft.includes(slug),
    propositions: propositions.map((it) => ({
      ...it,
      view: views.find(({ proposition: { slug: of } }) => of === it.slug) ?? null,
    })),
  };
}

/** The first steps of whoever is new: for whom they act, what they may do, and where to begin. */
export async function loadWelcome() {
  const me = await api.people.me();
  const present = me.organizations.filter(({ status }) => status === "member" || status === "observer");
  return { me, roles: await Promise.all(present.map(({ slug }) => loadRole(me, slug))) };
}

export type WelcomeRoleData = Awaited<ReturnType<typeof loadRole>>;
