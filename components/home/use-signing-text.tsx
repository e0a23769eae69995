import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import type { HomeRow } from "@/lib/home/rules.rows";
import { noonOf } from "@/lib/platform/time/noon-of";
import type { TaskText } from "./task-row";

export type SigningRow = Extract<HomeRow, { kind: "change" | "ending" | "missing" | "recovery" }>;

const kinds = ["change", "ending", "missing", "recovery"] as const;
export const isSigning = (task: HomeRow): task is SigningRow => kinds.some((it) => it === task.kind);

/** The text of a task about who signs for the organization, and how; and where its verb leads. */
export function useSigningText(organization: { slug: string; name: { en: string; fr: string } }) {
  const t = useTranslations("home.task");
  const locale = useLocale();
  const name = organization.name[locale];
  const mandates = `/organizations/${organization.slug}/mandates`;
  const recovery = `/organizations/${organization.slug}/recovery`;
  return (task: SigningRow): TaskText => {
    if (task.kind === "change") {
      const { kind, proposedBy, proposedAt } = task.change;
      const by = { known: proposedBy ? "yes" : "no", person: proposedBy ?? "" };
      const why = t("change.why", { ...by, day: longDay(new Date(proposedAt), locale) });
      return { title: t("change.title"), fact: t(`change.kind.${kind}`), why, verb: t("change.verb"), href: mandates };
    }
    if (task.kind === "ending") {
      const { person, self, lastDay, last } = task.mandate;
      const whose = { whose: self ? "self" : person ? "known" : "unknown", person: person ?? "" };
      const fact = t("ending.fact", { ...whose, day: longDay(noonOf(lastDay), locale) });
      const why = t(last ? "ending.whyLast" : "ending.why", { name });
      return {
        title: t(last ? "ending.titleLast" : "ending.title"),
        fact,
        why,
        verb: t("ending.verb"),
        href: mandates,
      };
    }
    if (task.kind === "missing") {
      const fact = t("missing.fact", { name, needed: task.needed });
      return { title: t("missing.title"), fact, why: t("missing.why"), verb: t("missing.verb"), href: recovery };
    }
    const { nominee, state } = task.recovery;
    const fact = t(`recovery.${state}`, { known: nominee ? "yes" : "no", person: nominee ?? "", name });
    return { title: t("recovery.title"), fact, why: t("recovery.why"), verb: t("recovery.verb"), href: recovery };
  };
}
