import { randomUUID } from "node:crypto";
import { db } from "@/lib/platform/db/client";
import { digestOfReservation } from "@/lib/positions/read.annotations";
import type { AnnotationKind } from "@/lib/positions/schema.annotations";
import { buildExplanation, buildJoin } from "@/prisma/seed/build-annotations";
import { given } from "@/tests/support/builders";
import type { RequestSpec, RequestSpecs } from "./cells";
import type { MatrixWorld, Named, Visibility } from "./world";

type AnnotationRights = {
  joining: { organization: { slug: string }; mayJoin: boolean }[];
  explaining: { mayExplain: boolean } | null;
};
type Some = { items: { proposition?: { slug: string } }[] };

const mandate = { authorizedBy: "Board of directors", instrument: "Resolution 7", instrumentDate: new Date() };
const act = () => ({ by: randomUUID(), at: new Date(), mandate });
const one: RequestSpec["sees"] = (it) => (it as Some).items.length === 1;

/** A reservation of the convening organization's, made for this one request. */
async function reserved({ createPosition, convening }: MatrixWorld, standing: Visibility) {
  const { version: _, ...made } = await createPosition(convening, { standing, reserved: true });
  return made;
}

type Joining = { standing: Visibility; by?: Named; kind?: AnnotationKind; visibility?: Visibility };

async function joined(
  world: MatrixWorld,
  { standing, by = world.ours, kind = "given", visibility = "network" }: Joining,
) {
  const { id: positionId, ...params } = await reserved(world, standing);
  await db.joinStep.create({ data: buildJoin({ positionId, organizationId: by.id, kind, visibility }, act()) });
  return params;
}

async function explained({ createPosition, ours }: MatrixWorld, standing: Visibility, kind: AnnotationKind = "given") {
  const { id: positionId, version: _, ...params } = await createPosition(ours, { standing });
  const text = { textEn: "We train observers.", textFr: null };
  await db.explanationStep.create({ data: buildExplanation({ positionId, kind, ...text }, act()) });
  return params;
}

async function joining(world: MatrixWorld, visibility: Visibility): Promise<RequestSpec> {
  const { id: _, ...params } = await reserved(world, "network");
  const text = { propositionVersion: 1, reservationEn: "Except by force.", reservationFr: null };
  const digest = digestOfReservation(params.proposition, text);
  return { params, body: { onBehalfOf: world.ours.slug, digest, visibility } };
}

async function explaining({ createPosition, ours }: MatrixWorld, visibility: Visibility): Promise<RequestSpec> {
  const { organization, proposition } = await createPosition(ours, { standing: "public" });
  const body = { revision: 1, text: { en: "We train observers." }, visibility };
  return { params: { organization, proposition }, headers: { "if-none-match": "*" }, body };
}

export const annotationRequests: RequestSpecs = {
  "positions.annotations.read network": ({ shared }) => ({ params: { ...shared.network } }),
  "positions.annotations.read may-join": async (world) => ({
    params: await reserved(world, "network"),
    sees: (it) =>
      (it as AnnotationRights).joining.some((its) => its.organization.slug === world.ours.slug && its.mayJoin),
  }),
  "positions.annotations.read may-explain": ({ shared }) => ({
    params: { ...shared.network },
    sees: (it) => (it as AnnotationRights).explaining?.mayExplain ?? false,
  }),
  "positions.annotations.joins given": async (world) => ({
    params: await joined(world, { standing: "network" }),
    sees: one,
  }),
  "positions.annotations.joins signed-once": async (world) => ({
    params: await joined(world, { standing: "public", kind: "signed_once" }),
    sees: one,
  }),
  "positions.annotations.joins by-quiet": async (world) => ({
    params: await joined(world, { standing: "public", by: world.quiet, visibility: "public" }),
    sees: one,
  }),
  "positions.annotations.joined given": async (world) => {
    const by = await given.organization();
    const { proposition } = await joined(world, { standing: "network", by });
    return { params: { slug: by.slug }, sees: (_, text) => text.includes(`"${proposition}"`) };
  },
  "positions.annotations.joined hidden-text": async (world) => {
    const by = await given.organization();
    const { proposition } = await joined(world, { standing: "organization", by });
    return { params: { slug: by.slug }, sees: (_, text) => text.includes(`"${proposition}"`) };
  },
  "positions.annotations.join network": (world) => joining(world, "network"),
  "positions.annotations.join publicly": (world) => joining(world, "public"),
  "positions.annotations.leave given": async (world) => ({
    params: await joined(world, { standing: "network" }),
    body: { onBehalfOf: world.ours.slug },
  }),
  "positions.annotations.explanations network": async (world) => ({
    params: await explained(world, "public"),
    sees: one,
  }),
  "positions.annotations.explanations signed-once": async (world) => ({
    params: await explained(world, "public", "signed_once"),
    sees: one,
  }),
  "positions.annotations.explain public": (world) => explaining(world, "network"),
  "positions.annotations.explain publicly": (world) => explaining(world, "public"),
  "positions.annotations.withdrawExplanation convener": async (world) => ({
    params: await explained(world, "convener"),
    headers: { "if-match": '"1"' },
    body: {},
  }),
};
