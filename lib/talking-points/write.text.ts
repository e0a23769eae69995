import "server-only";
import { randomBytes } from "node:crypto";
import type { Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { BadField, Refusal } from "@/lib/platform/http/refusal";
import { digestOfText } from "@/lib/platform/text/digest";
import { toSourceLine } from "./rules.print";
import { type ClauseText, isSameWording, toPrintedText } from "./rules.text";
import type { ClauseInput, VersionInput } from "./schema.text";
import { restartRound } from "./write.round-progress";

/** A clause as its row holds it, without the version it is of. */
export type ClauseRow = ClauseText &
  Pick<
    Prisma.TalkingPointClauseCreateManyInput,
    "libraryItemId" | "locator" | "officeId" | "outsideSource" | "authorId"
  >;

export type ComposedText = { titleEn: string | null; titleFr: string | null; clauses: ClauseRow[]; digest: string };

type Earlier = { clauses: readonly ClauseText[]; authors: ReadonlyMap<string, string>; keys: ReadonlySet<string> };
export const nothingEarlier: Earlier = { clauses: [], authors: new Map(), keys: new Set() };

/** Random, so that no key says which clause came first. */
export const newKey = () => randomBytes(5).toString("hex");

type Library = Map<string, { id: string; titleEn: string; symbol: string | null; inSource: boolean }>;
type Offices = Map<string, { id: string; titleEn: string; titleFr: string }>;

/** The documents and offices that clauses name. */
export async function findNamed(
  tx: Tx,
  clauses: readonly ClauseInput[],
): Promise<{ library: Library; offices: Offices }> {
  const items = [...new Set(clauses.flatMap(({ source }) => source?.item ?? []))];
  const slugs = [...new Set(clauses.flatMap(({ of }) => of ?? []))];
  const library = await tx.libraryItem.findMany({
    where: { slug: { in: items } },
    select: { id: true, slug: true, titleEn: true, symbol: true, inSource: true },
  });
  const offices = await tx.office.findMany({
    where: { slug: { in: slugs } },
    select: { id: true, slug: true, titleEn: true, titleFr: true },
  });
  return {
    library: new Map(library.map((it) => [it.slug, it])),
    offices: new Map(offices.map((it) => [it.slug, it])),
  };
}

export type Named = { library: Library; offices: Offices };

export function toRow(
  it: ClauseInput,
  at: number,
  { library, offices }: Named,
  key: string,
): Omit<ClauseRow, "authorId"> {
  const item = it.source ? library.get(it.source.item) : undefined;
  if (it.source && !item) throw new BadField(`clauses.${at}.source.item`, "invalid");
  const office = it.of ? offices.get(it.of) : undefined;
  if (it.of && !office) throw new BadField(`clauses.${at}.of`, "invalid");
  const locator = it.source?.locator || null;
  return {
    key,
    kind: it.kind,
    en: it.text.en || null,
    fr: it.text.fr || null,
    questionEn: it.question?.en || null,
    questionFr: it.question?.fr || null,
    libraryItemId: item?.id ?? null,
    locator,
    source: item ? toSourceLine(item, locator) : null,
    officeId: office?.id ?? null,
    addresseeEn: office?.titleEn ?? null,
    addresseeFr: office?.titleFr ?? null,
    outsideSource: item ? !item.inSource : false,
  };
}

type Written = Pick<VersionInput, "title" | "clauses">;

/** The words as they will be stored, hashed, shown and exported. A clause that did not change keeps who wrote it. */
export async function composeText(tx: Tx, { title, clauses }: Written, authorId: string, earlier = nothingEarlier) {
  const named = await findNamed(tx, clauses);
  const before = new Map(earlier.clauses.map((it) => [it.key, it]));
  const rows = clauses.map((it, at): ClauseRow => {
    if (it.key !== undefined && !earlier.keys.has(it.key)) throw new BadField(`clauses.${at}.key`, "invalid");
    const row = toRow(it, at, named, it.key ?? newKey());
    const kept = isSameWording(row, before.get(row.key)) ? earlier.authors.get(row.key) : undefined;
    return { ...row, authorId: kept ?? authorId };
  });
  const titles = { titleEn: title.en || null, titleFr: title.fr || null };
  return { ...titles, clauses: rows, digest: digestOfText(toPrintedText(titles, rows)) } satisfies ComposedText;
}

/** The ids of themes, or 404 for one that is not there. */
export async function findThemes(tx: Tx, slugs: readonly string[]): Promise<string[]> {
  const found = await tx.theme.findMany({ where: { slug: { in: [...slugs] } }, select: { id: true } });
  if (found.length !== slugs.length) throw new Refusal("NOT_FOUND", "noSuchTheme");
  return found.map(({ id }) => id);
}

export async function findPropositions(tx: Tx, slugs: readonly string[]): Promise<string[]> {
  const found = await tx.proposition.findMany({ where: { slug: { in: [...slugs] } }, select: { id: true } });
  if (found.length !== slugs.length) throw new Refusal("NOT_FOUND", "noSuchProposition");
  return found.map(({ id }) => id);
}

type VersionRow = Omit<Prisma.TalkingPointVersionCreateManyInput, "titleEn" | "titleFr" | "digest">;
type About = { themeIds: readonly string[]; propositionIds: readonly string[] };

/** A version with everything that never changes about it. */
export async function insertVersion(tx: Tx, row: VersionRow, text: ComposedText, { themeIds, propositionIds }: About) {
  const at = { talkingPointId: row.talkingPointId, version: row.number };
  const { clauses, ...words } = text;
  await tx.talkingPointVersion.createMany({ data: [{ ...row, ...words }] });
  await tx.talkingPointTheme.createMany({ data: themeIds.map((themeId) => ({ ...at, themeId })) });
  await tx.talkingPointProposition.createMany({
    data: propositionIds.map((propositionId) => ({ ...at, propositionId })),
  });
  await tx.talkingPointClause.createMany({ data: clauses.map((it, index) => ({ ...at, number: index + 1, ...it })) });
  if (row.number > 1) await restartRound(tx, row, text.digest);
}
