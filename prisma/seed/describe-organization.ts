import type { Demonstration } from "./read-demonstration";

type Row = Demonstration["organizations"][number] | Demonstration["neighbours"][number];

/** What a row of either file says of an organization, under the names of its columns in the database. */
export const describeOrganization = (row: Row) => ({
  slug: row.slug,
  code: row.code,
  shortEn: row.short_en,
  shortFr: row.short_fr,
  nameEn: row.name_en,
  nameFr: row.name_fr,
  type: row.type,
  province: row.province,
  workingLanguage: row.working_language,
  mandateEn: row.mandate_en,
  mandateFr: row.mandate_fr,
  signOffRuleEn: row.sign_off_rule_en,
  signOffRuleFr: row.sign_off_rule_fr,
  signOffKind: row.sign_off_kind,
  signOffTypicalDays: row.sign_off_typical_days,
});
