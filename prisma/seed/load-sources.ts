import type { Tx } from "@/lib/platform/db/client";
import type { Report } from "./read-report";
import { syncTable } from "./sync-table";

export const loadRecommendations = (tx: Tx, rows: Report["recommendations"]) =>
  syncTable(
    tx,
    "Recommendation",
    "slug",
    rows.map((row) => ({
      slug: row.slug,
      ref: row.ref,
      kind: row.kind,
      addressees: row.addressees,
      regimeArea: row.regime_area,
      titleEn: row.title_en,
      titleFr: row.title_fr,
      textEn: row.text_en,
      textFr: row.text_fr,
      section: row.section_en,
      sectionFr: row.section_fr,
      locator: row.locator,
      standing: row.agenda_item === "standing",
      cadence: row.cadence,
      sort: row.sort,
    })),
  );

/** Before the timeline and the library, which point to them. */
export const loadErrata = (tx: Tx, rows: Report["errata"]) =>
  syncTable(
    tx,
    "Erratum",
    "id",
    rows.map((row, i) => ({
      id: row.id,
      section: row.section_en,
      sectionFr: row.section_fr,
      asPrinted: row.as_printed,
      problemEn: row.problem_en,
      problemFr: row.problem_fr,
      correctionEn: row.correction_en,
      correctionFr: row.correction_fr,
      confidence: row.confidence,
      confidenceNoteEn: row.confidence_note_en,
      confidenceNoteFr: row.confidence_note_fr,
      sourceEn: row.source_en,
      sourceFr: row.source_fr,
      displayRule: row.display_rule,
      sort: i + 1,
    })),
  );

export const loadTimeline = (tx: Tx, rows: Report["timeline"]) =>
  syncTable(
    tx,
    "TimelineEvent",
    "slug",
    rows.map((row, i) => ({
      slug: row.slug,
      date: row.date,
      dateEnd: row.date_end,
      precision: row.precision,
      dateSource: row.date_source,
      titleEn: row.title_en,
      titleFr: row.title_fr,
      descriptionEn: row.description_en,
      descriptionFr: row.description_fr,
      symbol: row.symbol,
      printedDate: row.printed_date,
      inSource: row.in_source,
      section: row.section_en,
      sectionFr: row.section_fr,
      erratumId: row.erratum_id,
      sort: i + 1,
    })),
  );

export const loadLibrary = (tx: Tx, rows: Report["library"]) =>
  syncTable(
    tx,
    "LibraryItem",
    "slug",
    rows.map((row, i) => ({
      slug: row.slug,
      titleEn: row.title_en,
      titleFr: row.title_fr,
      author: row.author_en,
      authorFr: row.author_fr,
      date: row.date ?? "",
      symbol: row.symbol,
      kind: row.kind,
      inSource: row.in_source,
      referenceEn: row.reference_en ?? "",
      referenceFr: row.reference_fr ?? "",
      summaryEn: row.summary_en,
      summaryFr: row.summary_fr,
      url: row.url,
      erratumId: row.erratum_id,
      sort: i + 1,
    })),
  );

export const loadGlossary = (tx: Tx, rows: Report["glossary"]) =>
  syncTable(
    tx,
    "GlossaryTerm",
    "en",
    rows.map((row) => ({
      en: row.en,
      fr: row.fr,
      abbrEn: row.abbr_en,
      abbrFr: row.abbr_fr,
      noteEn: row.note_en,
      noteFr: row.note_fr,
    })),
  );

export const loadActors = (tx: Tx, rows: Report["actors"]) =>
  syncTable(
    tx,
    "ReportActor",
    "name",
    rows.map((row, i) => ({
      kind: row.kind,
      name: row.name_en,
      nameFr: row.name_fr,
      affiliationEn: row.affiliation_en ?? "",
      affiliationFr: row.affiliation_fr ?? "",
      roleEn: row.role_en,
      roleFr: row.role_fr,
      locator: row.locator,
      sort: i + 1,
    })),
  );
