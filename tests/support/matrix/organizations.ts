import type { Home } from "@/lib/home/schema";
import { profileSelect } from "@/lib/organizations/read.profile-history";
import { db } from "@/lib/platform/db/client";
import { given } from "@/tests/support/builders";
import { browserOf } from "../identities";
import type { RequestSpec, RequestSpecs } from "./cells";
import type { Subject } from "./table";
import type { MatrixWorld, Named } from "./world";

type List = { items: { slug: string }[] };
type Which = "ours" | "quiet" | "applied" | "convening";

const at =
  (which: Which, more: Partial<RequestSpec> = {}) =>
  (world: MatrixWorld): RequestSpec => ({ params: { slug: world[which].slug }, ...more });

const listed =
  (which: Which, query: Record<string, string>) =>
  (world: MatrixWorld): RequestSpec => ({
    query,
    sees: (it) => JSON.stringify((it as List).items).includes(`"${world[which].slug}"`),
  });

/** On the version that is there now. */
async function changing(organization: Named, body: object, as?: Record<string, string>): Promise<RequestSpec> {
  const { version } = await db.organization.findUniqueOrThrow({ where: { id: organization.id } });
  const seen = { params: { slug: organization.slug }, body, headers: { "if-match": `"${version}"` } };
  return as ? { ...seen, as } : seen;
}

/** A decision about an organization made for this one request, with its own people in the parts that are theirs. */
async function deciding(world: MatrixWorld, subject: Subject, body: object, options = {}): Promise<RequestSpec> {
  const organization = await given.organization({ listing: "public", ...options });
  const as = await world.playing(subject, organization);
  return { params: { slug: organization.slug }, body, as };
}

/** An offer of the convener's term to the organization, the only one that is open. */
async function offered({ ours, convening, who }: MatrixWorld): Promise<string> {
  const term = await db.convenerTerm.findFirstOrThrow({ where: { organizationId: convening.id } });
  const open = await db.convenerHandover.findFirst({ where: { termId: term.id, answer: null } });
  if (open) return open.id;
  const offer = { termId: term.id, organizationId: ours.id, offeredAt: new Date(), offeredById: who.convener.id };
  return (await db.convenerHandover.create({ data: offer })).id;
}

export const organizationRequests: RequestSpecs = {
  "organizations.get ours": at("ours"),
  "organizations.get quiet": at("quiet"),
  "organizations.get applied": at("applied"),
  "organizations.get mandates": at("ours", { sees: (it) => (it as { mandates: object[] | null }).mandates !== null }),
  "organizations.list quiet": listed("quiet", { limit: "100" }),
  "organizations.list applied": listed("applied", { status: "applied" }),
  "organizations.similar quiet": listed("quiet", { en: "Matrix quiet" }),
  "organizations.similar applied": listed("applied", { en: "Matrix applied" }),
  "organizations.applications applied": listed("applied", { limit: "100" }),
  "home.read applied": () => ({ sees: (it) => (it as Home).convening.applications.total > 0 }),
  "organizations.admission ours": at("ours"),
  "organizations.admission quiet": at("quiet"),
  "organizations.admission applied": at("applied"),
  "organizations.admission people-counted": at("ours", {
    sees: (it) =>
      (it as { choices: { peopleLosingAccess: number }[] }).choices.some((one) => one.peopleLosingAccess > 0),
  }),
  "organizations.texts ours": at("ours"),
  "organizations.texts quiet": at("quiet"),
  "organizations.texts applied": at("applied"),
  "organizations.texts who-changed": async ({ ours, who }) => {
    const said = await db.organization.findUniqueOrThrow({ where: { id: ours.id }, select: profileSelect });
    const row = { organizationId: ours.id, version: 0, until: new Date(), changedById: who.signatory.id };
    await db.organizationText.createMany({ data: [{ ...said, ...row }], skipDuplicates: true });
    return {
      params: { slug: ours.slug },
      sees: (it) => (it as { items: { changedBy: string | null }[] }).items.some(({ changedBy }) => changedBy !== null),
    };
  },
  "organizations.history ours": at("ours"),
  "organizations.history quiet": at("quiet"),
  "organizations.history applied": at("applied"),
  "organizations.change ours": ({ ours }) => changing(ours, {}),
  "organizations.change quiet": ({ quiet }) => changing(quiet, {}),
  "organizations.change listing": async (world, subject) => {
    const organization = await given.organization({ listing: "network" });
    return changing(organization, { listing: "public" }, await world.playing(subject, organization));
  },
  "organizations.decide admit": async (world, subject) => {
    const organization = await given.organization({ status: "applied" });
    const asked = { params: { slug: organization.slug }, body: { decision: "admit", as: "member" } };
    if (subject !== "applicant") return { ...asked, as: world.who[subject].caller };
    return { ...asked, as: await browserOf(await given.memberOf(organization)) };
  },
  "organizations.decide suspend": (world, subject) =>
    deciding(world, subject, { decision: "suspend", reason: "Silence." }),
  "organizations.decide leave": async (world, subject) => {
    const organization = await given.organization({ listing: "public" });
    // Where nobody signs, the contact may take it out: who that is has a row of its own.
    await given.signatory(organization);
    return {
      params: { slug: organization.slug },
      body: { decision: "leave" },
      as: await world.playing(subject, organization),
    };
  },
  "organizations.decide leave-convening": at("convening", { body: { decision: "leave" } }),
  "organizations.decide return": (world, subject) =>
    deciding(world, subject, { decision: "return" }, { status: "left", listing: "network" }),
  "convening.offer ours": async ({ ours, who, convening }) => {
    await offered({ ours, who, convening } as MatrixWorld);
    return { body: { organization: ours.slug } };
  },
  "convening.answer declining": async (world) => ({
    params: { id: await offered(world) },
    body: { answer: "declined" },
  }),
  "convening.answer taking-back": async (world) => ({
    params: { id: await offered(world) },
    body: { answer: "withdrawn" },
  }),
  "convening.name convening": ({ who }) => ({ body: { persons: [who.convener.id] } }),
};
