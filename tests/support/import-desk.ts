import type { PositionKey } from "@/lib/positions/schema";
import { importInput } from "@/lib/positions/schema.files";
import { importDrafts } from "@/lib/positions/write.import";
import type { Viewer } from "@/lib/viewer/schema";
import { given } from "@/tests/support/builders";

export const csv = (rows: string[][]) => new File([rows.map((row) => row.join(",")).join("\r\n")], "x.csv");
export const head = ["proposition", "stance", "rationaleEn", "reservationEn"];

type ImportOptions = { preview?: "true" | "false"; digest?: string; run?: string };
export const ask = (
  viewer: Viewer,
  organization: string,
  file: File,
  { preview = "true", ...rest }: ImportOptions = {},
) => importDrafts(viewer, importInput.parse({ query: { preview }, body: { organization, file, ...rest } }), "en");

export async function applyAll(viewer: Viewer, organization: string, file: File) {
  const { digest } = await ask(viewer, organization, file);
  return ask(viewer, organization, file, { preview: "false", digest });
}

/** An organization with a place for each of these, and who drafts and signs there. */
export async function importDesk(count: number) {
  const made = await given.desk();
  const theme = await given.theme();
  const others = await Promise.all(Array.from({ length: count - 1 }, () => given.proposition({ theme })));
  const propositions = [made.proposition, ...others];
  const keyAt = (at: number): PositionKey => ({
    organization: made.organization.slug,
    proposition: propositions[at]?.slug ?? "",
  });
  return { ...made, slug: made.organization.slug, propositions, placeOf: keyAt };
}
