import { randomBytes, randomUUID } from "node:crypto";
import { transact } from "@/lib/platform/db/client";
import type { ClauseKind, EndorsementResponse, TalkingPointStatus } from "@/lib/talking-points/constants";
import {
  addAnswer,
  addParity,
  addStatus,
  addVersion,
  type BuiltPoint,
  insertPoints,
  openPoint,
} from "@/prisma/seed/build-talking-point";
import { given } from "./builders";

type Id = { id: string };

export type PointOptions = {
  organization: Id;
  theme?: Id;
  propositions?: Id[];
  status?: TalkingPointStatus;
  slug?: string;
  title?: string;
  clauses?: number;
  kind?: ClauseKind;
  /** Whether both languages were found to say the same. */
  equal?: boolean;
  answers?: { organization: Id; response?: EndorsementResponse; publicly?: boolean; reservation?: string }[];
  /** For what is planted in the columns. */
  change?: (built: BuiltPoint) => void;
};

const yesterday = () => new Date(Date.now() - 86_400_000);
const mandate = { authorizedBy: "Board of directors", instrument: "Resolution 7", instrumentDate: yesterday() };
const act = { by: randomUUID(), at: yesterday(), mandate };
const steps: Record<TalkingPointStatus, TalkingPointStatus[]> = {
  draft: [],
  in_discussion: [],
  usable: ["usable"],
  cautioned: ["usable", "cautioned"],
  retired: ["retired"],
};

type TextOptions = { organization: Id; slug: string; title: string; clauses: number; kind?: ClauseKind };

/** The words of a version, in both languages. */
export const versionFields = ({ organization, slug, title, clauses, kind = "key_message" }: TextOptions) => ({
  ...{ titleEn: title, titleFr: `${title}, en français`, change: "material" as const, organizationId: organization.id },
  editorialClauses: [] as string[],
  clauses: Array.from({ length: clauses }, (_, at) => ({
    ...{ key: `clause-${at + 1}`, kind, en: `Clause ${at + 1} of ${slug}.`, fr: `Passage ${at + 1} de ${slug}.` },
  })),
});

/** A talking point as if it had been proposed, compared and answered before. */
export async function buildPoint({ organization, status = "in_discussion", ...options }: PointOptions) {
  const slug = options.slug ?? `point-${randomBytes(5).toString("hex")}`;
  const { equal = true, clauses = 2, title = `Point ${slug}`, kind = "key_message" } = options;
  const theme = options.theme ?? (await given.theme());
  const about = { regimeAreas: ["practice" as const], audiences: ["officials" as const], kind: "line" as const };
  const reviewBy = new Date(Date.now() + 90 * 86_400_000);
  const opening = { slug, ...about, reviewBy, proposedById: organization.id, leads: [organization.id] };
  const built = openPoint(opening, status === "draft" ? "draft" : "in_discussion", act);
  const texts = versionFields({ organization, slug, title, clauses, kind });
  const propositionIds = (options.propositions ?? []).map(({ id }) => id);
  const { number: version } = addVersion(built, { ...texts, themeIds: [theme.id], propositionIds }, act);
  const reader = { organizationId: organization.id, version };
  if (equal) for (const { key } of texts.clauses) addParity(built, { ...reader, clauseKey: key }, act);
  for (const next of steps[status]) addStatus(built, { status: next, version, organizationId: organization.id }, act);
  for (const { organization: by, response = "endorse", publicly = false, reservation } of options.answers ?? []) {
    const reserved =
      response === "endorse_with_reservation" ? { reservationEn: reservation ?? "Except by force." } : {};
    addAnswer(built, { organizationId: by.id, kind: "given", version, response, publicly, ...reserved }, act);
  }
  options.change?.(built);
  await transact((tx) => insertPoints(tx, [built]));
  const { id, version: tag = 1 } = built.point;
  return { id, slug, version: tag, digest: built.versions.at(-1)?.digest ?? "", theme };
}
