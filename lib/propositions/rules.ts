import type { CsvColumn } from "@/lib/platform/files/csv";
import type { Translator } from "@/lib/platform/i18n/translator";
import type { Dilemma } from "./schema";

export function dilemmaColumns({ t, language }: { t: Translator; language: "en" | "fr" }): CsvColumn<Dilemma>[] {
  return [
    { header: t("report.csv.title"), value: (it) => it.title[language] },
    { header: t("propositions.dilemmas.state"), value: (it) => it.state[language] },
    {
      header: t("propositions.dilemmas.propositions"),
      value: (it) => it.propositions.map(({ number, title }) => `${number} ${title[language]}`).join("; "),
    },
    { header: t("report.locator"), value: (it) => it.locator },
    { header: t("report.csv.notice"), value: () => t("report.disclaimer") },
  ];
}
