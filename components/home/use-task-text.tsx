import { useLocale, useTranslations } from "next-intl";
import { positionHref } from "@/components/positions/position-href";
import { longDay } from "@/components/ui/format-moment";
import type { TaskText } from "./task-row";
import type { Task } from "./tasks";

const named = 3;

/** What is said of a debt, and where its verb leads. */
export function useTaskText(organization: string): (debt: Task) => TaskText {
  const t = useTranslations("home.task");
  const names = useTranslations("stances.inSentence");
  const locale = useLocale();
  const dayOf = (at: string) => longDay(new Date(at), locale);

  const ofDraft = ({
    proposition,
    stance,
  }: {
    proposition: Extract<Task, { kind: "sign" }>["draft"]["proposition"];
    stance: Parameters<typeof names>[0];
  }) => ({
    facts: { proposition: proposition.title[locale], stance: names(stance) },
    href: positionHref(organization, proposition.slug),
  });

  const ofReview = ({ positions, count, stale }: Extract<Task, { kind: "review" }>): TaskText => {
    const titles = positions.slice(0, named).map(({ proposition }) => proposition.title[locale]);
    const more = count - titles.length;
    const [only] = positions;
    const themes = new Set(positions.map(({ proposition }) => proposition.theme));
    const query = new URLSearchParams({
      organization,
      ...(themes.size === 1 && count === positions.length && only && { theme: only.proposition.theme }),
      ...(stale === "all" && { state: "stale" }),
    });
    return {
      title: t("review.title", { count }),
      fact: [...titles, ...(more > 0 ? [t("review.more", { count: more })] : [])].join("; "),
      why: t(`review.why.${stale}`, { count }),
      verb: t("review.verb"),
      href: count === 1 && only ? positionHref(organization, only.proposition.slug) : `/positions?${query.toString()}`,
    };
  };

  return (debt) => {
    if (debt.kind === "review") return ofReview(debt);
    const { facts, href } = ofDraft(debt.draft);
    if (debt.kind === "returned") {
      const { at, note } = debt.draft;
      const why = note ? t("returned.whyNote", { day: dayOf(at), note }) : t("returned.why", { day: dayOf(at) });
      return { title: t("returned.title"), fact: t("returned.fact", facts), why, verb: t("returned.verb"), href };
    }
    const { submittedBy, since, maySignOff } = debt.draft;
    const known = submittedBy ? "yes" : "no";
    return {
      title: t(maySignOff ? "sign.title" : "sign.titleWaiting"),
      fact: t("sign.fact", facts),
      why: t("sign.why", { known, person: submittedBy ?? "", day: dayOf(since) }),
      verb: t(maySignOff ? "sign.verb" : "sign.verbWaiting"),
      href,
    };
  };
}
