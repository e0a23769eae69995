import { withClient } from "../../host/postgres/roles.mjs";

const organization = "red-cedar";

/** Where it is and how to get in, by what the database holds. */
export async function describeAddress({ origin, url, place }) {
  const demonstration = await withClient(url, async (client) => {
    const { rows } = await client.query(`SELECT kind::text FROM "Network"`);
    return rows[0]?.kind === "demonstration";
  }).catch(() => false);
  const lines = [`Concerted is at ${origin}`];
  if (demonstration) {
    lines.push(
      `Sign in at ${origin}/en/sign-in (en français: ${origin}/fr/sign-in), with one click or these addresses:`,
      `  a representative  rep.${organization}@demo.example`,
      `  a signatory       signatory.${organization}@demo.example`,
      "  the convener      convener@demo.example",
    );
  }
  if (place) lines.push(`What the servers say is written to ${place}.`);
  return ["", ...lines, "Ctrl-C stops everything.", ""].join("\n");
}
