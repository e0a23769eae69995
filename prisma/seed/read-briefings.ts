import type { z } from "zod";
import { BrokenFile, type Line, mustDiffer, mustExist, readCsv } from "./read-csv";
import { proposition, recommendation, theme } from "./shapes";
import * as shapes from "./shapes-briefings";
import { office, talkingPoint } from "./shapes-talking-points";

type Row<K extends "briefing" | "option" | "answer" | "item" | "update"> = z.output<(typeof shapes)[K]>;

export type BriefingFiles = {
  briefings: Row<"briefing">[];
  options: Row<"option">[];
  answers: Row<"answer">[];
  items: Row<"item">[];
  updates: Row<"update">[];
};

type Known = { organizations: Set<string>; people: Set<string> };

/** The demonstration's meetings: their dates and the answers to them, what they speak about, and what members tell before them. */
export function readBriefings(folder: string, { organizations, people }: Known): BriefingFiles {
  const briefings = readCsv(folder, "briefings.csv", shapes.briefing);
  const options = readCsv(folder, "briefing-options.csv", shapes.option);
  const answers = readCsv(folder, "briefing-answers.csv", shapes.answer);
  const items = readCsv(folder, "briefing-agenda.csv", shapes.item);
  const updates = readCsv(folder, "updates.csv", shapes.update);
  const slugs = new Set(briefings.map(({ row }) => row.slug));
  const offices = new Set(readCsv(folder, "offices.csv", office).map(({ row }) => row.slug));

  mustDiffer("briefings.csv", briefings, "slug");
  for (const column of ["part_of", "follows", "approved_in"] as const)
    mustExist("briefings.csv", briefings, column, slugs, "briefings.csv");
  for (const column of ["host", "invited", "second_reader", "attendance"] as const)
    mustExist("briefings.csv", briefings, column, organizations, "organizations.csv");
  mustExist("briefings.csv", briefings, "offices", offices, "offices.csv");
  mustExist("briefings.csv", briefings, "rapporteur", people, "demo-people.csv");
  mustHaveDate(briefings);
  mustDiffer("briefing-options.csv", options, "briefing", "option");
  mustExist("briefing-options.csv", options, "briefing", slugs, "briefings.csv");
  mustDiffer("briefing-answers.csv", answers, "briefing", "option", "organization", "office");
  mustAnswer(answers, briefings, options);
  mustDiffer("briefing-agenda.csv", items, "briefing", "number");
  mustExist("briefing-agenda.csv", items, "briefing", slugs, "briefings.csv");
  mustExist("briefing-agenda.csv", items, "inherited_from", slugs, "briefings.csv");
  for (const column of ["lead", "raises", "answers"] as const)
    mustExist("briefing-agenda.csv", items, column, organizations, "organizations.csv");
  mustSpeakOfSomething(folder, items, slugs);
  mustDiffer("updates.csv", updates, "briefing", "organization", "number");
  mustExist("updates.csv", updates, "briefing", slugs, "briefings.csv");
  mustExist("updates.csv", updates, "organization", organizations, "organizations.csv");
  const themes = new Set(readCsv(folder, "themes.csv", theme).map(({ row }) => row.slug));
  mustExist("updates.csv", updates, "theme", themes, "themes.csv");
  return {
    briefings: briefings.map(({ row }) => row),
    options: options.map(({ row }) => row),
    answers: answers.map(({ row }) => row),
    items: items.map(({ row }) => row),
    updates: updates.map(({ row }) => row),
  };
}

/** What is scheduled or was held has a day and an hour; what waits for a date has neither. */
function mustHaveDate(briefings: Line<Row<"briefing">>[]) {
  for (const { line, row } of briefings) {
    const dated = row.state === "scheduled" || row.state === "published";
    if (dated === (row.start_time !== null && (row.days_ago ?? row.in_days) !== null)) continue;
    const what = dated ? "is empty" : `does not go with ${row.state}`;
    throw new BrokenFile("briefings.csv", `line ${line}, column start_time`, what);
  }
}

/** Whoever answers was asked, and answers a date that is offered. */
function mustAnswer(
  answers: Line<Row<"answer">>[],
  briefings: Line<Row<"briefing">>[],
  options: Line<Row<"option">>[],
) {
  const offered = new Set(options.map(({ row }) => `${row.briefing} ${row.option}`));
  const asked = new Map(briefings.map(({ row }) => [row.slug, row]));
  for (const { line, row } of answers) {
    const wrong = (column: string, what: string) =>
      new BrokenFile("briefing-answers.csv", `line ${line}, column ${column}`, what);
    const briefing = asked.get(row.briefing);
    if (!briefing) throw wrong("briefing", `"${row.briefing}" is not in briefings.csv`);
    if ((row.answer === "none") !== (row.option === null)) throw wrong("option", `does not go with ${row.answer}`);
    if (row.option !== null && !offered.has(`${row.briefing} ${row.option}`))
      throw wrong("option", `"${row.option}" is not in briefing-options.csv`);
    const [column, name, invited] =
      row.office === null
        ? (["organization", row.organization, briefing.invited] as const)
        : (["office", row.office, briefing.offices] as const);
    if (name === null || !invited.includes(name)) throw wrong(column, `"${name ?? ""}" was not asked in briefings.csv`);
  }
}

/** Kinds whose things have a file here; letters and commitments bring their own title. */
function mustSpeakOfSomething(folder: string, items: Line<Row<"item">>[], briefings: Set<string>) {
  const of = (kind: Row<"item">["kind"]) => items.filter(({ row }) => row.kind === kind);
  const refs = new Set(readCsv(folder, "recommendations.csv", recommendation).map(({ row }) => row.ref));
  const points = new Set(readCsv(folder, "talking-points.csv", talkingPoint).map(({ row }) => row.slug));
  const propositions = new Set(readCsv(folder, "propositions.csv", proposition).map(({ row }) => row.slug));
  mustExist("briefing-agenda.csv", of("approval"), "ref", briefings, "briefings.csv");
  mustExist("briefing-agenda.csv", of("recommendation"), "ref", refs, "recommendations.csv");
  mustExist("briefing-agenda.csv", of("point"), "ref", points, "talking-points.csv");
  mustExist("briefing-agenda.csv", of("proposition"), "ref", propositions, "propositions.csv");
  for (const { line, row } of items) {
    const named = row.kind === "recommendation" || row.kind === "point" || row.kind === "proposition";
    if (named && row.ref === null) throw new BrokenFile("briefing-agenda.csv", `line ${line}, column ref`, "is empty");
    if (!named && row.title_en === null)
      throw new BrokenFile("briefing-agenda.csv", `line ${line}, column title_en`, "is empty");
  }
}
