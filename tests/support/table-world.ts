import { buildPoint } from "./build-points";
import { as, given } from "./builders";

/** The point and the organization of the tables that are kept in `tests/fixtures/xlsx`: their words never change. */
export async function tableWorld() {
  const lead = await given.organization();
  const names = {
    nameEn: "Table Rock Collective",
    nameFr: "Collectif de la Table",
    shortEn: "Table Rock",
    shortFr: "Table",
  };
  const other = await given.organization({ slug: "table-rock", ...names });
  const point = await buildPoint({ organization: lead, slug: "table-point", title: "A table", clauses: 3 });
  const signer = await as(await given.signatory(other));
  return { lead, other, signer, point };
}
