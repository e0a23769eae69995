import type { z } from "zod";
import { ownFolder } from "./digest-files";
import { type BriefingFiles, readBriefings } from "./read-briefings";
import { BrokenFile, type Line, mustDiffer, mustExist, readCsv } from "./read-csv";
import { readTalkingPoints, type TalkingPointFiles } from "./read-talking-points";
import { proposition, theme } from "./shapes";
import * as shapes from "./shapes-demonstration";

type Row<K extends keyof typeof shapes> = z.output<(typeof shapes)[K]>;

/** The fictional network: who they are, what they said, and what still waits. */
export type Demonstration = {
  organizations: Row<"organization">[];
  people: Row<"person">[];
  applications: Row<"application">[];
  neighbours: Row<"neighbour">[];
  invitations: Row<"invitation">[];
  rapporteurs: Row<"rapporteur">[];
  conflicts: Row<"conflict">[];
  positions: Row<"position">[];
  drafts: Row<"draft">[];
  statements: Row<"statement">[];
  proposals: Row<"proposal">[];
  joins: Row<"join">[];
  explanations: Row<"explanation">[];
  talkingPoints: TalkingPointFiles;
  briefings: BriefingFiles;
};

export function readDemonstration(folder = ownFolder): Demonstration {
  const organizations = readCsv(folder, "organizations.csv", shapes.organization);
  const people = readCsv(folder, "demo-people.csv", shapes.person);
  const applications = readCsv(folder, "demo-applications.csv", shapes.application);
  const neighbours = readCsv(folder, "demo-neighbours.csv", shapes.neighbour);
  const invitations = readCsv(folder, "demo-invitations.csv", shapes.invitation);
  const rapporteurs = readCsv(folder, "demo-rapporteurs.csv", shapes.rapporteur);
  const conflicts = readCsv(folder, "demo-conflicts.csv", shapes.conflict);
  const positions = readCsv(folder, "demo-positions.csv", shapes.position);
  const drafts = readCsv(folder, "demo-drafts.csv", shapes.draft);
  const statements = readCsv(folder, "demo-study-statements.csv", shapes.statement);
  const proposals = readCsv(folder, "demo-proposals.csv", shapes.proposal);
  const joins = readCsv(folder, "demo-joins.csv", shapes.join);
  const explanations = readCsv(folder, "demo-explanations.csv", shapes.explanation);
  const slugs = new Set(organizations.map(({ row }) => row.slug));
  const propositions = new Set(readCsv(folder, "propositions.csv", proposition).map(({ row }) => row.slug));

  mustDiffer("organizations.csv", organizations, "slug");
  mustDiffer("organizations.csv", organizations, "code");
  mustDiffer("demo-people.csv", people, "email");
  mustExist("demo-people.csv", people, "org_slug", slugs, "organizations.csv");
  mustDiffer("demo-applications.csv", applications, "name_en");
  mustDiffer("demo-study-statements.csv", statements, "key");
  mustDiffer("demo-neighbours.csv", neighbours, "slug");
  const addresses = new Set(people.map(({ row }) => row.email));
  mustExist("demo-invitations.csv", invitations, "org_slug", slugs, "organizations.csv");
  mustExist("demo-invitations.csv", invitations, "invited_by", addresses, "demo-people.csv");
  mustExist("demo-rapporteurs.csv", rapporteurs, "email", addresses, "demo-people.csv");
  mustExist("demo-conflicts.csv", conflicts, "org_slug", slugs, "organizations.csv");
  mustExist("demo-conflicts.csv", conflicts, "first_signatory", addresses, "demo-people.csv");
  mustHaveAuthority(people);
  for (const [file, lines] of [
    ["demo-positions.csv", positions],
    ["demo-drafts.csv", drafts],
  ] as const) {
    mustDiffer<PositionRow>(file, [...lines], "org_slug", "proposition_slug");
    mustExist<PositionRow>(file, [...lines], "org_slug", slugs, "organizations.csv");
    mustExist<PositionRow>(file, [...lines], "proposition_slug", propositions, "propositions.csv");
    mustReserve(file, [...lines]);
  }
  mustDiffer("demo-proposals.csv", proposals, "id");
  mustExist("demo-proposals.csv", proposals, "author", addresses, "demo-people.csv");
  mustExist("demo-proposals.csv", proposals, "org_slug", slugs, "organizations.csv");
  const themes = new Set(readCsv(folder, "themes.csv", theme).map(({ row }) => row.slug));
  mustExist("demo-proposals.csv", proposals, "theme_slug", themes, "themes.csv");
  const merged = proposals.filter(({ row }) => row.state === "merged");
  mustExist("demo-proposals.csv", merged, "proposition_slug", propositions, "propositions.csv");
  mustExist("demo-drafts.csv", drafts, "author", addresses, "demo-people.csv");
  mustDiffer("demo-joins.csv", joins, "org_slug", "proposition_slug", "joined_by");
  mustExist("demo-joins.csv", joins, "joined_by", slugs, "organizations.csv");
  mustDiffer("demo-explanations.csv", explanations, "org_slug", "proposition_slug");
  return {
    organizations: organizations.map(({ row }) => row),
    people: people.map(({ row }) => row),
    applications: applications.map(({ row }) => row),
    neighbours: neighbours.map(({ row }) => row),
    invitations: invitations.map(({ row }) => row),
    rapporteurs: rapporteurs.map(({ row }) => row),
    conflicts: conflicts.map(({ row }) => row),
    positions: positions.map(({ row }) => row),
    drafts: drafts.map(({ row }) => row),
    statements: statements.map(({ row }) => row),
    proposals: proposals.map(({ row }) => row),
    joins: joins.map(({ row }) => row),
    explanations: explanations.map(({ row }) => row),
    talkingPoints: readTalkingPoints(folder, slugs),
    briefings: readBriefings(folder, { organizations: slugs, people: addresses }),
  };
}

type PositionRow = Omit<Row<"position">, "sign_off_status">;

/** A reservation is written exactly where there is one; anything else gives reasons. */
function mustReserve(file: string, lines: Line<PositionRow>[]) {
  for (const { line, row } of lines) {
    const reserved = row.stance === "support_with_reservation";
    if (reserved !== (row.reservation_en !== null || row.reservation_fr !== null)) {
      throw new BrokenFile(
        file,
        `line ${line}, column reservation_en`,
        reserved ? "is empty" : `does not go with ${row.stance}`,
      );
    }
  }
}

/** Who acts for an organization does so on somebody's word. */
function mustHaveAuthority(people: Line<Row<"person">>[]) {
  for (const { line, row } of people) {
    const outside = row.part === "guest" || row.part === "administrator";
    for (const column of ["org_slug", "authorized_by", "instrument"] as const) {
      if (outside === (row[column] === null)) continue;
      throw new BrokenFile(
        "demo-people.csv",
        `line ${line}, column ${column}`,
        outside ? `does not go with ${row.part}` : "is empty",
      );
    }
  }
}
