import { randomUUID } from "node:crypto";
import { toCode } from "@/lib/board-pack/rules";
import { db } from "@/lib/platform/db/client";
import { given } from "@/tests/support/builders";
import type { RequestSpec, RequestSpecs } from "./cells";
import type { Subject } from "./table";
import type { MatrixWorld, PositionState, Visibility } from "./world";

type List = { items: { proposition: { slug: string } }[] };
type Grid = {
  cells: { organization: string; proposition: string }[];
  propositions: { slug: string; notShown: string }[];
};
type OwnPosition = {
  organization: { slug: string };
  position: object | null;
  viewer: { mayDraft: boolean; mayMakePublic: boolean };
};
type Home = { organizations: { awaitingSignOff: { items: { maySignOff: boolean }[] } }[] };

const nowhere = { organization: "", proposition: "" };
const sharedCases = ["organization", "convener", "network", "public", "quiet", "drafted"];

/** What is looked at and not changed. */
function readRequests(kind: string): RequestSpecs {
  const at = ({ shared }: MatrixWorld) => shared[kind] ?? nowhere;
  const listed = (world: MatrixWorld) => ({ ...at(world), ...(kind === "drafted" ? { state: "drafted" } : {}) });
  return {
    [`positions.get ${kind}`]: (world) => ({ params: at(world) }),
    [`positions.history ${kind}`]: (world) => ({ params: at(world) }),
    [`positions.list ${kind}`]: (world) => ({ query: listed(world), sees: (it) => (it as List).items.length === 1 }),
    [`positions.export ${kind}`]: (world) => ({
      query: at(world),
      sees: (_, text) => text.includes(at(world).proposition),
    }),
    [`agreement.get ${kind}`]: (world) => ({
      query: { theme: world.theme },
      sees: (it) =>
        (it as Grid).cells.some(
          (cell) => cell.organization === at(world).organization && cell.proposition === at(world).proposition,
        ),
    }),
  };
}

const oursOn =
  (kind: string, sees: (item: OwnPosition) => boolean) =>
  ({ shared, ours }: MatrixWorld): RequestSpec => ({
    query: { proposition: shared[kind]?.proposition ?? "" },
    sees: (it) =>
      (it as { items: OwnPosition[] }).items.some((item) => item.organization.slug === ours.slug && sees(item)),
  });

const homeWhere = (sees: (item: { maySignOff: boolean }) => boolean) => (): RequestSpec => ({
  sees: (it) => (it as Home).organizations.some(({ awaitingSignOff }) => awaitingSignOff.items.some(sees)),
});

/** A change of a position of its own, made for this one request. */
const changing =
  (life: PositionState | null, body?: object) =>
  async ({ createPosition, ours }: MatrixWorld): Promise<RequestSpec> => {
    const { organization, proposition, version } = await createPosition(ours, life);
    const seen: Record<string, string> = life ? { "if-match": `"${version}"` } : { "if-none-match": "*" };
    return { params: { organization, proposition }, headers: seen, ...(body ? { body } : {}) };
  };

const hidden = (draft: "drafted" | "submitted", drafting: Visibility = "network"): PositionState => ({
  draft,
  drafting,
});
const shown = (draft: "drafted" | "submitted"): PositionState => ({ draft, standing: "public" });
const draftBody = { stance: "support", rationale: { en: "Because." } };
const sign = { decision: "sign_off" };
const returnBody = { decision: "return", note: "Not yet." };

/** Where two have to sign, the first signature alone makes nothing stand. */
async function signingOnce({ createPosition, playing }: MatrixWorld, subject: Subject): Promise<RequestSpec> {
  const joint = await given.organization({ signOffKind: "joint" });
  const { organization, proposition, version } = await createPosition(joint, hidden("submitted"));
  const sees: RequestSpec["sees"] = (it) => (it as { standing: object | null }).standing !== null;
  const asked = { params: { organization, proposition }, headers: { "if-match": `"${version}"` }, body: sign, sees };
  return { ...asked, as: await playing(subject, joint) };
}

async function importing({ ours, createPosition }: MatrixWorld): Promise<RequestSpec> {
  const { proposition } = await createPosition(ours, null);
  const body = new FormData();
  body.set("organization", ours.slug);
  body.set("file", new File([`proposition,stance\r\n${proposition},support`], "positions.csv", { type: "text/csv" }));
  return {
    body,
    sees: (it) =>
      (it as { rows: { proposition: string; outcome: string }[] }).rows.some((row) => row.outcome === "new") || "no",
  };
}

async function imported({ ours, createPosition, who }: MatrixWorld): Promise<RequestSpec> {
  const { id: positionId } = await createPosition(ours, { draft: "drafted" });
  const made = await db.positionImport.create({
    data: {
      organizationId: ours.id,
      actorId: who.representative.id,
      at: new Date(),
      digest: randomUUID(),
      drafts: 1,
      rows: { create: { positionId, revision: 1 } },
    },
  });
  return { params: { id: made.id } };
}

/** A position that one signatory took and another took back the day after. */
async function disagreeing({ createPosition, ours }: MatrixWorld): Promise<RequestSpec> {
  const { id: positionId, version: _, ...query } = await createPosition(ours, { standing: "network" });
  const number = 1 + (await db.positionStep.count({ where: { positionId } }));
  const told = { positionId, number, kind: "withdrawn", revision: 1, at: new Date(), actorId: randomUUID() } as const;
  await db.positionStep.create({ data: told });
  return { query, sees: (it) => (it as { items: object[] }).items.length === 1 };
}

const ours = ({ ours: { slug } }: MatrixWorld): RequestSpec => ({ params: { slug } });

export const positionRequests: RequestSpecs = {
  "positions.conflicts ours": disagreeing,
  ...Object.assign({}, ...sharedCases.map(readRequests)),
  "positions.list draft-and-standing": ({ shared }) => ({
    query: { ...shared.draftAndStanding, state: "drafted" },
    sees: (it) => (it as List).items.length === 1,
  }),
  "agreement.get concealed-from-nobody": ({ theme, shared }) => ({
    query: { theme },
    sees: (it) =>
      (it as Grid).propositions.some(
        ({ slug, notShown }) => slug === shared.organization?.proposition && notShown === "none",
      ),
  }),
  "positions.ours organization": oursOn("organization", ({ position }) => position !== null),
  "positions.ours may-draft": oursOn("nothing", ({ viewer }) => viewer.mayDraft),
  "positions.ours may-publish": oursOn("nothing", ({ viewer }) => viewer.mayMakePublic),
  "home.read awaiting": homeWhere(() => true),
  "home.read may-sign": homeWhere(({ maySignOff }) => maySignOff),
  "positions.saveDraft nothing": changing(null, draftBody),
  "positions.saveDraft hidden": changing(hidden("drafted"), draftBody),
  "positions.saveDraft shown": changing(shown("drafted"), draftBody),
  "positions.discardDraft hidden": changing(hidden("drafted")),
  "positions.discardDraft shown": changing(shown("drafted")),
  "positions.submit hidden": changing(hidden("drafted"), {}),
  "positions.submit shown": changing(shown("drafted"), {}),
  "positions.signOff hidden": changing(hidden("submitted"), sign),
  "positions.signOff returning-hidden": changing(hidden("submitted"), returnBody),
  "positions.signOff shown": changing(shown("submitted"), sign),
  "positions.signOff returning-shown": changing(shown("submitted"), returnBody),
  "positions.signOff public-words": changing(hidden("submitted", "public"), sign),
  "positions.signOff first-of-two": signingOnce,
  "positions.withdraw convener": changing({ standing: "convener" }, {}),
  "positions.withdraw public": changing({ standing: "public" }, {}),
  "positions.confirm network": changing({ standing: "network", due: true }, {}),
  "positions.confirm public": changing({ standing: "public", due: true }, {}),
  "positions.requestConfirmations public": async ({ createPosition: place, ours: { slug }, ours: organization }) => {
    await place(organization, { standing: "public", due: true });
    return { params: { organization: slug }, body: {} };
  },
  "positions.changeVisibility narrowing": changing({ standing: "public" }, { visibility: "organization" }),
  "positions.changeVisibility widening": changing({ standing: "network" }, { visibility: "public" }),
  "positions.template ours": ours,
  "positions.imports ours": ours,
  "positions.pack ours": ours,
  "positions.packFile ours": (world) => ({ ...ours(world), query: { format: "html" } }),
  "positions.decision submitted": async ({ shared }) => {
    const { id } = await db.position.findFirstOrThrow({
      where: { proposition: { slug: shared.submitted?.proposition ?? "" } },
    });
    return { params: { code: toCode(id) } };
  },
  "positions.import ours": importing,
  "positions.undoImport ours": imported,
};
