import { BadField, Refusal } from "@/lib/platform/http/refusal";
import { getTalkingPoint } from "@/lib/talking-points/read.detail";
import type { TalkingPointDetail } from "@/lib/talking-points/schema";
import { type EndorsementInput, endorsementInput } from "@/lib/talking-points/schema.endorsements";
import { versionInput } from "@/lib/talking-points/schema.text";
import type { Viewer } from "@/lib/viewer/schema";
import { buildPoint, type PointOptions } from "./build-points";
import { as, given } from "./builders";

/** An organization that leads a text, another that answers it, who signs for each, and who convenes. */
export async function pointWorld(options: Partial<PointOptions> = {}) {
  const [lead, other] = [await given.organization(), await given.organization()];
  const writer = await as(await given.signatory(lead));
  const signer = await as(await given.signatory(other));
  const point = await buildPoint({ organization: lead, ...options });
  return { lead, other, writer, signer, point };
}

/** How a write ends: what it was refused with, or null. */
export async function refusalOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.reason}`;
    if (error instanceof BadField) return `BAD ${error.field} ${error.reason}`;
    throw error;
  }
}

type Named = { slug: string };
type AnswerOptions = Partial<Omit<EndorsementInput, "id" | "onBehalfOf">>;

/** An answer to the words that this viewer is shown now. */
export async function answerFor(viewer: Viewer, id: string, organization: Named, options: AnswerOptions = {}) {
  const { number: version, digest } = await getTalkingPoint(viewer, id);
  const answer = { response: "endorse", usage: "will_use", ...options };
  return endorsementInput.parse({ id, version, digest, onBehalfOf: organization.slug, ...answer });
}

type ChangeOptions = {
  /** The new words of clauses, by their keys; null drops one. */
  clauses?: Record<string, { en?: string; fr?: string } | null>;
  editorial?: string[];
};

/** The next version of what is shown, as its lead would write it. */
export function rewrite(
  point: TalkingPointDetail,
  organization: Named,
  { clauses = {}, editorial = [] }: ChangeOptions,
) {
  return versionInput.parse({
    id: point.id,
    onBehalfOf: organization.slug,
    title: { en: point.title.en ?? undefined, fr: point.title.fr ?? undefined },
    summary: { en: "Other words." },
    editorial,
    clauses: point.text.clauses.flatMap(({ key, kind, text }) => {
      const change = clauses[key];
      if (change === null) return [];
      const { en, fr } = { en: text.en ?? undefined, fr: text.fr ?? undefined, ...change };
      return { key, kind, text: { en, fr } };
    }),
  });
}
