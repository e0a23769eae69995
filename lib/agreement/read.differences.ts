import "server-only";
import { toCsv } from "@/lib/platform/files/csv";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Locale } from "@/lib/platform/i18n/routing";
import { translatorIn } from "@/lib/platform/i18n/translator";
import type { Viewer } from "@/lib/viewer/schema";
import { readRows, toFileName } from "./read";
import type { Member, MemberStance } from "./rules";
import { compare, fewestInCommon } from "./rules.differences";
import { toDifferenceColumns } from "./rules.files";
import type { ComparedStance, Differences, DifferencesExportInput, DifferencesInput } from "./schema.differences";

export function toComparedStance(said: MemberStance | undefined): ComparedStance {
  if (!said) return { stance: null, reservation: null };
  const { en = null, fr = null, joinedBy = [] } = said.reservation;
  return { stance: said.stance, reservation: en || fr ? { en, fr, joinedBy: [...joinedBy] } : null };
}

async function compareOrganizations(viewer: Viewer, { organization, other, ...question }: DifferencesInput) {
  const { rows, members, ...rest } = await readRows(viewer, { ...question, reservations: true });
  const find = (slug: string): Member => {
    const found = members.find((it) => it.slug === slug);
    if (!found) throw new Refusal("NOT_FOUND", "noSuchOrganization");
    return found;
  };
  const [one, two] = [find(organization), find(other)];
  const items = rows.map((row) => {
    const [mine, theirs] = [toComparedStance(row.stances.get(one.id)), toComparedStance(row.stances.get(two.id))];
    const { slug, number, title, theme, notShown } = row;
    return {
      slug,
      number,
      title,
      theme,
      notShown,
      apart: compare(mine.stance, theirs.stance),
      one: mine,
      other: theirs,
    };
  });
  const common = items.filter(({ apart }) => apart !== "not_both").length;
  const comparable = common >= fewestInCommon;
  const name = ({ id: _, ...it }: Member) => it;
  return { one: name(one), other: name(two), common, comparable, items: comparable ? items : [], ...rest };
}

/** Where two organizations differ, with every reservation in full: told where both answered three propositions or more. */
export async function readDifferences(viewer: Viewer, input: DifferencesInput): Promise<Differences> {
  const { network: _, asOf, ...told } = await compareOrganizations(viewer, input);
  return { ...told, asOf };
}

export async function writeDifferences(
  viewer: Viewer,
  { language, format: _, ...input }: DifferencesExportInput & { language: Locale },
) {
  const [told, t] = await Promise.all([compareOrganizations(viewer, input), translatorIn(language)]);
  const columns = toDifferenceColumns(told, language, {
    reservation: (organization) => t("agreement.grid.reservationOf", { organization }),
    joined: (organization) => t("agreement.grid.joinedOf", { organization }),
  });
  return { name: toFileName(t, told, "differences"), text: toCsv(columns, told.items) };
}
