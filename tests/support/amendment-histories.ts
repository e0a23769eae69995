import { db } from "@/lib/platform/db/client";
import { listAmendments } from "@/lib/talking-points/read.amendments";
import { previewConsolidation } from "@/lib/talking-points/read.consolidation";
import { standingOf } from "@/lib/talking-points/rules.handling";
import { amendmentInput, amendmentsInput } from "@/lib/talking-points/schema.amendments";
import { amend, withdrawAmendment } from "@/lib/talking-points/write.amendments";
import { consolidate } from "@/lib/talking-points/write.consolidation";
import { answerHandling, handleAmendment } from "@/lib/talking-points/write.handling";
import type { Viewer } from "@/lib/viewer/schema";

export const amendingActs = [
  "amend",
  "amend",
  "amend",
  "handle",
  "handle",
  "settle",
  "unamend",
  "consolidate",
  "consolidate",
] as const;
type AmendingAct = (typeof amendingActs)[number];

export const isAmending = (act: string): act is AmendingAct => (amendingActs as readonly string[]).includes(act);

type Named = { slug: string };
type Scene = { lead: Named; member: Named; viewer: Viewer; writer: Viewer; id: string; version: number };
type Move = { act: AmendingAct; clause: number; words: number };

/** One act about amendments: on what whoever acts was shown, which by then may be other words. */
export async function performAmending(
  { lead, member, viewer, writer, id, version }: Scene,
  { act, clause, words }: Move,
) {
  const key = `clause-${clause}`;
  if (act === "amend") {
    const matters = [
      { kind: "words", clause: key, words: { en: `Amended ${words} of ${key}.`, fr: `Amendé ${words} de ${key}.` } },
      { kind: "move", clause: key, after: `clause-${3 - clause}` },
      { kind: "new_clause", after: key, clauses: [{ kind: "key_message", text: { en: `A clause ${words}.` } }] },
      { kind: "everywhere", find: { en: "Words" }, words: { en: `Terms ${words}` } },
    ];
    const said = { summary: { en: "Other words" }, reason: { en: "They are clearer." } };
    const input = { id, onBehalfOf: member.slug, version, open: true, ...said, ...matters[words] };
    return amend(viewer, amendmentInput.parse(input));
  }
  if (act === "consolidate") {
    const shown = await previewConsolidation(writer, { id });
    const [first] = shown.conflicts;
    const left = shown.amendments.filter((it) => !first?.slice(1).includes(it) && !shown.placeless.includes(it));
    const input = { id, onBehalfOf: lead.slug, amendments: left, note: { en: "Taken over." } };
    const digest = left.length === shown.amendments.length && shown.digest ? { digest: shown.digest } : {};
    return consolidate(writer, { ...input, ...digest }, shown.version);
  }
  const { items } = await listAmendments(viewer, amendmentsInput.parse({ id, settled: "false" }));
  const one = items[clause % Math.max(items.length, 1)];
  if (!one) return null;
  const at = { id, amendment: one.id };
  if (act === "handle") {
    const handling = (["accept", "accept", "accept_with_changes", "refer"] as const)[words] ?? "accept";
    const changed = handling === "accept_with_changes" ? { words: { en: `Changed ${words}.` } } : {};
    return handleAmendment(writer, { ...at, onBehalfOf: lead.slug, handling, ...changed, reason: {} });
  }
  if (act === "unamend") return withdrawAmendment(viewer, at);
  return answerHandling(viewer, { ...at, step: one.handling?.step ?? 1, agrees: words > 0, comment: {} });
}

/** The promises about amendments, looked for in the rows. */
export async function findAmendmentAnomalies(talkingPointId: string) {
  const found: string[] = [];
  const report = (wrong: boolean, what: string) => wrong && found.push(what);
  const [rows, versions, made] = await Promise.all([
    db.amendment.findMany({ where: { talkingPointId }, include: { steps: { orderBy: { number: "asc" } } } }),
    db.talkingPointVersion.findMany({ where: { talkingPointId } }),
    db.activity.findMany({ where: { subject: `talkingPoint/${talkingPointId}`, kind: "talkingPoint.consolidated" } }),
  ]);
  const numbers = rows.map(({ number }) => number ?? 0).sort((one, other) => one - other);
  report(
    numbers.some((number, at) => number !== at + 1),
    "amendments are not numbered one after another",
  );
  const consolidated = made.map(({ facts }) => (facts as { version: number }).version);
  report(new Set(consolidated).size !== consolidated.length, "a version that was consolidated twice");
  for (const row of rows) {
    report(
      row.steps.some((step, at) => step.number !== at + 1),
      "a step of an amendment is missing",
    );
    report(standingOf(row.steps).state !== row.state, "an amendment in another state than its steps");
    const taken = row.steps.filter(({ fate }) => fate === "accepted" || fate === "accepted_with_changes");
    report(taken.length > 1, "an amendment that was taken over twice");
    const [end] = taken;
    const before = row.steps.slice(0, (end?.number ?? 1) - 1);
    const handled = before.filter(({ kind }) => kind === "handled").at(-1);
    report(end !== undefined && !handled?.handling?.startsWith("accept"), "taken over without being accepted");
    report(end !== undefined && before.some(({ kind }) => kind === "withdrawn"), "taken over after it was withdrawn");
    report(end !== undefined && row.steps.at(-1) !== end, "something happened to it after it was taken over");
    for (const { kind, version, at } of row.steps) {
      if (kind !== "consolidated") continue;
      const of = versions.find(({ number }) => number === version);
      report(!of || !consolidated.includes(of.number), "a fate in a version that was not consolidated");
      report(of !== undefined && of.createdAt > at, "a fate before its version");
    }
    const opened = row.steps[0]?.at;
    for (const { number, createdAt } of versions)
      if (opened && consolidated.includes(number) && createdAt > opened) {
        const settled = row.steps.some(
          ({ kind, version, fate }) =>
            kind === "consolidated" &&
            (version ?? 0) < number &&
            !["moved_along", "marked", "waiting"].includes(fate ?? ""),
        );
        const told = row.steps.filter(({ kind, version }) => kind === "consolidated" && version === number).length;
        report(told !== (settled ? 0 : 1), "a version does not say what became of an amendment, or says it twice");
      }
  }
  return { found, consolidated: consolidated.length };
}
