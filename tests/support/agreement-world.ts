import { randomUUID } from "node:crypto";
import pg from "pg";
import { db, transact } from "@/lib/platform/db/client";
import type { Stance, Visibility } from "@/lib/platform/generated/prisma/enums";
import { type Representation, type Viewer, visitor } from "@/lib/viewer/schema";
import { type AuthorizedAct, draft, insertPositions, openPosition, signOff } from "@/prisma/seed/build-position";

/** A proposition on a theme of its own, in its first wording. */
export async function givenProposition(slug: string, number: number): Promise<string> {
  const words = {
    titleEn: `Title of ${slug}`,
    titleFr: `Titre de ${slug}`,
    statementEn: "A sentence.",
    statementFr: "Une phrase.",
  };
  const theme = { slug: `theme-${slug}`, regimeArea: "practice", titleEn: slug, titleFr: slug, sort: number } as const;
  const { id } = await db.proposition.create({
    data: {
      slug,
      number,
      regimeArea: "practice",
      theme: { create: theme },
      versions: { create: { number: 1, digest: slug.padEnd(64, "0"), ...words } },
    },
  });
  return id;
}

type Given = {
  stance: Stance;
  visibility?: Visibility;
  reservationEn?: string;
  reservationFr?: string;
  version?: number;
  /** Otherwise it stays a draft. */
  signed?: boolean;
};

/** A stance as if it had been drafted and signed a moment ago. Answers the position's id. */
export async function stand(
  organizationId: string,
  propositionId: string,
  { visibility = "network", version = 1, signed = true, ...said }: Given,
) {
  const act: AuthorizedAct = {
    by: randomUUID(),
    at: new Date(),
    mandate: { authorizedBy: "Board", instrument: "Resolution 1", instrumentDate: new Date() },
  };
  const position = openPosition(organizationId, propositionId);
  draft(position, { visibility, propositionVersion: version, ...said }, act);
  if (signed) signOff(position, act);
  await transact((tx) => insertPositions(tx, [position]));
  return position.position.id;
}

type As = { status?: Representation["status"]; convener?: boolean };

/** Somebody who belongs to this organization. */
export async function viewerOf(slug: string, { status = "member", convener = false }: As = {}): Promise<Viewer> {
  const { id, code, nameEn, nameFr, signOffKind } = await db.organization.findUniqueOrThrow({ where: { slug } });
  return {
    ...visitor,
    personId: randomUUID(),
    representations: [{ organizationId: id, slug, code, nameEn, nameFr, status, signOffKind }],
    convenerFor: convener ? [id] : [],
  };
}

/** Forgets everything said and everyone who said it. The app may not, so the owner of the tables does, between two tests. */
export async function clear() {
  const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await client.connect();
  const { rows } = await client.query<{ at: string }>(
    `SELECT DISTINCT tgrelid::regclass::text AS at FROM pg_trigger WHERE NOT tgisinternal AND tgrelid::regclass::text LIKE '"%'`,
  );
  const switched = (state: string) => rows.map(({ at }) => `ALTER TABLE ${at} ${state} TRIGGER USER;`).join(" ");
  await client.query(`${switched("DISABLE")} TRUNCATE "Theme", "Organization" CASCADE; ${switched("ENABLE")}`);
  await client.end();
}
