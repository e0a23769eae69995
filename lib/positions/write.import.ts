import "server-only";
import { randomUUID } from "node:crypto";
import { type Tx, transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Locale } from "@/lib/platform/i18n/routing";
import { sha256, toCanonicalJson } from "@/lib/platform/text/digest";
import { readClock } from "@/lib/platform/time/clock";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { describeOutcomes, readFile } from "./read.import-file";
import { readImportTargets } from "./read.import-targets";
import { findOwn } from "./read.template";
import { judgeRows, type Outcome } from "./rules.import";
import type { ImportAnswer, ImportInput } from "./schema.files";
import { writeDrafts } from "./write.bulk-drafts";

/**
 * Imports a file of drafts: a preview of every row, or the drafts themselves. Applying needs the preview's digest,
 * which covers every row and what was recorded; if anything changed since, nothing is written.
 */
export async function importDrafts(viewer: Viewer, input: ImportInput, language: Locale): Promise<ImportAnswer> {
  const { organization: slug, file, digest, run = randomUUID() } = input.body;
  const organization = await findOwn(viewer, slug);
  if (!mayDraftFor(viewer, organization.id)) throw new Refusal("FORBIDDEN", "notDrafter");
  if (organization.status !== "member") throw new Refusal("FORBIDDEN", "notAMember");
  const read = await readFile(file, organization.id);
  return transact(async (tx) => {
    const applies = input.query.preview === "false";
    const targets = await readImportTargets(tx, viewer, organization.id, applies);
    const outcomes = judgeRows(read.head, read.lines, { ...read, ...targets, organization: slug });
    const computed = digestOutcomes(slug, outcomes, targets.versions);
    const described = await describeOutcomes(outcomes, targets, language);
    const answer = { organization: slug, sheet: read.sheet, digest: computed, ...described };
    if (!applies) return { ...answer, applied: null };
    if (!digest) throw new Refusal("PRECONDITION_REQUIRED", "previewFirst");
    if (computed !== digest) throw new Refusal("PRECONDITION_FAILED", "importChanged");
    if (answer.counts.refused > 0) throw new Refusal("CONFLICT", "importHasRefusals");
    const drafts = outcomes.flatMap(({ input }) => input ?? []);
    if (drafts.length === 0) throw new Refusal("CONFLICT", "importHasNothing");
    await apply(tx, viewer, { id: run, organizationId: organization.id, digest, drafts: drafts.length }, () =>
      writeDrafts(tx, { viewer, run, organizationId: organization.id, heads: targets.heads, drafts }),
    );
    return { ...answer, applied: { id: run, drafts: drafts.length } };
  });
}

type Import = { id: string; organizationId: string; digest: string; drafts: number };

async function apply(tx: Tx, viewer: Viewer, made: Import, write: () => Promise<void>) {
  if (viewer.personId === null) throw new Refusal("UNAUTHORIZED", "signInFirst");
  const taken = await tx.positionImport.count({ where: { id: made.id } });
  if (taken > 0) throw new Refusal("CONFLICT", "runUsed");
  await tx.positionImport.create({ data: { ...made, actorId: viewer.personId, at: await readClock(tx) } });
  await lockRights(tx, viewer);
  await write();
  const facts = { drafts: made.drafts, digest: made.digest };
  await record(tx, "position.imported", viewer, `positionImport/${made.id}`, facts);
}

const mayDraftFor = (viewer: Viewer, organizationId: string) =>
  viewer.mandates.some(
    (it) =>
      it.organizationId === organizationId && it.powers.some((power) => power === "draft" || power === "sign_off"),
  );

/** Digest of a preview: every row with its outcome and texts, and the version of the position it was compared with. */
function digestOutcomes(organization: string, outcomes: Outcome[], versions: ReadonlyMap<string, number>): string {
  const rows = outcomes.map(({ line, proposition, outcome, reason, input }) => ({
    line,
    proposition,
    outcome,
    reason,
    head: proposition === null ? null : (versions.get(proposition) ?? null),
    draft: input ? JSON.parse(JSON.stringify(input)) : null,
  }));
  return sha256(toCanonicalJson({ organization, rows }));
}
