import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { slug } from "@/lib/platform/text/schema";
import { bilingual } from "@/lib/propositions/schema";
import { authority } from "../mandates/schema.authority";
import { stance, visibility } from "../positions/schema";
import { pointDecision } from "../talking-points/schema.decisions";

export const decisionKinds = ["submitted", "earlierWording", "undecided", "stale", "review"] as const;
export type DecisionKind = (typeof decisionKinds)[number];

const nullableBilingual = z.object({ en: z.string().nullable(), fr: z.string().nullable() });

/** Who joined the reservation in these words. */
const joinedBy = z.array(organizationName);

const positionText = z.object({
  stance,
  rationale: nullableBilingual,
  reservation: nullableBilingual.nullable(),
  visibility,
  /** The wording it was given for, in full. */
  wording: z.object({ version: z.number().int(), title: bilingual, statement: bilingual }),
});

/** One decision that waits for an organization, as its pack shows it. */
export const decision = z.object({
  kind: z.enum(decisionKinds),
  proposition: z.object({
    slug: z.string(),
    number: z.number().int(),
    version: z.number().int(),
    digest: z.string(),
    title: bilingual,
    statement: bilingual,
  }),
  /** What stands since the last approval. */
  standing: positionText
    .extend({ since: z.iso.date(), reviewBy: z.iso.date().nullable(), authority: authority.nullable() })
    .extend({ joinedBy, explanation: nullableBilingual.nullable() })
    .nullable(),
  /** What waits for a signature. */
  draft: positionText.extend({ submittedOn: z.iso.date(), submittedBy: z.string().nullable() }).nullable(),
  /** The organization's own date, from its sign-off rule; for a review, the review's. */
  deadline: z.iso.date(),
  /** Opens the page of the decision. It is no credential: whoever decides signs in, and has a mandate. */
  code: z.string(),
  others: z.array(
    z.object({ organization: organizationName, stance, reservation: nullableBilingual.nullable(), joinedBy }),
  ),
});
export type Decision = z.output<typeof decision>;

/** A talking point that waits for the organization's answer; the day is what it usually takes. */
export const packPoint = pointDecision.extend({ deadline: z.iso.date() });
export type PackPoint = z.output<typeof packPoint>;

/** The content of a pack, and nothing else: its digest covers exactly this. */
export const packContent = z.object({
  v: z.literal(2),
  organization: organizationName,
  signOffRule: bilingual,
  day: z.iso.date(),
  illustrative: z.boolean(),
  decisions: z.array(decision),
  points: z.array(packPoint),
});
export type BoardPackContent = z.output<typeof packContent>;

/** `digest`: sha256 over the canonical JSON (RFC 8785) of `content`. */
export const pack = z.object({ content: packContent, digest: z.string() });
export type BoardPack = z.output<typeof pack>;

export const packInput = z.strictObject({ slug });
export const packFileInput = z.strictObject({
  slug,
  format: z.enum(["pdf", "html"]).default("pdf"),
  language: z.enum(["en", "fr"]).optional(),
  paper: z.enum(["a4", "letter"]).default("letter"),
});

export const codeInput = z.strictObject({ code: z.string().regex(/^[0-9a-hjkmnp-tv-z]{8}$/) });
export const decisionPosition = z.object({ organization: z.string(), proposition: z.string() });
