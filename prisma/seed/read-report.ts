import type { z } from "zod";
import { digestReport, ownFolder } from "./digest-files";
import { BrokenFile, type Line, mustDiffer, mustExist, readCsv } from "./read-csv";
import * as shapes from "./shapes";

type Row<K extends keyof typeof shapes> = z.output<(typeof shapes)[K]>;

/** What the report's files say, checked file by file and against each other. */
export type Report = {
  themes: Row<"theme">[];
  propositions: Row<"proposition">[];
  dilemmas: Row<"dilemma">[];
  recommendations: Row<"recommendation">[];
  timeline: Row<"timelineEvent">[];
  library: Row<"libraryItem">[];
  errata: Row<"erratum">[];
  glossary: Row<"glossaryTerm">[];
  actors: Row<"actor">[];
  /** Changes when any of the files does. */
  digest: string;
};

export function readReport(folder = ownFolder): Report {
  const themes = readCsv(folder, "themes.csv", shapes.theme);
  const propositions = readCsv(folder, "propositions.csv", shapes.proposition);
  const dilemmas = readCsv(folder, "dilemmas.csv", shapes.dilemma);
  const recommendations = readCsv(folder, "recommendations.csv", shapes.recommendation);
  const timeline = readCsv(folder, "timeline.csv", shapes.timelineEvent);
  const library = readCsv(folder, "library.csv", shapes.libraryItem);
  const errata = readCsv(folder, "errata.csv", shapes.erratum);
  const glossary = readCsv(folder, "glossary.csv", shapes.glossaryTerm);
  const actors = readCsv(folder, "actors.csv", shapes.actor);

  mustDiffer("themes.csv", themes, "slug");
  mustDiffer("propositions.csv", propositions, "slug");
  mustDiffer("propositions.csv", propositions, "sort");
  mustExist("propositions.csv", propositions, "theme_slug", setOf(themes, "slug"), "themes.csv");
  mustDiffer("dilemmas.csv", dilemmas, "slug");
  mustExist("dilemmas.csv", dilemmas, "proposition_slugs", setOf(propositions, "slug"), "propositions.csv");
  mustDiffer("recommendations.csv", recommendations, "slug");
  mustDiffer("recommendations.csv", recommendations, "ref");
  mustDiffer("errata.csv", errata, "id");
  mustDiffer("timeline.csv", timeline, "slug");
  mustExist("timeline.csv", timeline, "erratum_id", setOf(errata, "id"), "errata.csv");
  mustHaveLocation(timeline);
  mustDiffer("library.csv", library, "slug");
  mustExist("library.csv", library, "erratum_id", setOf(errata, "id"), "errata.csv");
  mustDiffer("glossary.csv", glossary, "en");
  mustDiffer("actors.csv", actors, "name_en");

  const plain = <T>(lines: Line<T>[]) => lines.map(({ row }) => row);
  return {
    themes: plain(themes),
    propositions: plain(propositions),
    dilemmas: plain(dilemmas),
    recommendations: plain(recommendations),
    timeline: plain(timeline),
    library: plain(library),
    errata: plain(errata),
    glossary: plain(glossary),
    actors: plain(actors),
    digest: digestReport(folder),
  };
}

const setOf = <T>(lines: Line<T>[], column: keyof T) => new Set(lines.map(({ row }) => String(row[column])));

/** An event of the report is cited by its place there; one from outside has none. */
function mustHaveLocation(timeline: Line<Row<"timelineEvent">>[]) {
  const wrong = timeline.find(({ row }) => row.in_source !== (row.section_en !== null));
  if (wrong)
    throw new BrokenFile(
      "timeline.csv",
      `line ${wrong.line}, column section_en`,
      "must be there exactly when in_source is true",
    );
}
