import { useLocale, useTranslations } from "next-intl";
import { positionHref } from "@/components/positions/position-href";
import { longDay } from "@/components/ui/format-moment";
import type { HomeRow } from "@/lib/home/rules.rows";
import type { OrganizationTasks } from "@/lib/home/schema";
import type { TaskText } from "./task-row";
import { isOfBriefing, useBriefingText } from "./use-briefing-text";
import { isOfPoint, usePointText } from "./use-point-text";
import { isSigning, useSigningText } from "./use-signing-text";

const named = 3;

/** The text of a task, and where its verb leads. */
export function useTaskText({ organization: own, review }: OrganizationTasks): (task: HomeRow) => TaskText {
  const { slug: organization } = own;
  const ofSigning = useSigningText(own);
  const ofPoint = usePointText(own);
  const ofBriefing = useBriefingText();
  const t = useTranslations("home.task");
  const names = useTranslations("stances.inSentence");
  const locale = useLocale();
  const dayOf = (at: string) => longDay(new Date(at), locale);

  const ofOne = ({
    proposition,
    stance,
  }: Pick<Extract<HomeRow, { kind: "sign" }>["draft"], "proposition" | "stance">) => ({
    facts: { proposition: proposition.title[locale], stance: names(stance) },
    href: positionHref(organization, proposition.slug),
  });

  const askable = review.total - review.items.filter((it) => it.mayConfirm || it.confirmer?.asked !== false).length;

  const ofReview = (task: Extract<HomeRow, { kind: "review" }>): TaskText => {
    const { positions, count, stale, hand } = task;
    const titles = positions.slice(0, named).map(({ proposition }) => proposition.title[locale]);
    const more = count - titles.length;
    const [only] = positions;
    const themes = new Set(positions.map(({ proposition }) => proposition.theme));
    const query = new URLSearchParams({
      organization,
      ...(themes.size === 1 && count === positions.length && only && { theme: only.proposition.theme }),
      ...(stale === "all" && { state: "stale" }),
    });
    const href =
      count === 1 && only ? positionHref(organization, only.proposition.slug) : `/positions?${query.toString()}`;
    const fact = [...titles, ...(more > 0 ? [t("review.more", { count: more })] : [])].join("; ");
    const due = t(`review.why.${stale}`, { count });
    if (hand === "confirm")
      return { title: t("review.title", { count }), fact, why: due, verb: t("review.verb"), href };
    const person = { known: task.with ? "yes" : "no", person: task.with ?? "" };
    const read = { fact, verb: t("review.read"), href };
    if (hand === "waiting")
      return { ...read, title: t("review.titleWaiting", { ...person, count }), why: t("review.waitingWhy", person) };
    const title = t("review.titleAsk", { count });
    if (hand === "nobody") {
      const mandates = { verb: t("review.mandates"), href: `/organizations/${organization}/mandates` };
      return { ...mandates, fact, title, why: `${due} ${t("review.nobodyWhy")}` };
    }
    const ask = { organization, label: t("review.ask", person), sent: t("review.sent", person) };
    return { ...read, title, why: `${due} ${t("review.askWhy", { count: askable })}`, ask };
  };

  return (task) => {
    if (isSigning(task)) return ofSigning(task);
    if (isOfPoint(task)) return ofPoint(task);
    if (isOfBriefing(task)) return ofBriefing(task);
    if (task.kind === "review") return ofReview(task);
    if (task.kind === "earlierWording" || task.kind === "undecided") {
      const { facts, href } = ofOne(task.position);
      const why = task.kind === "undecided" ? t("undecided.why") : t("earlierWording.why");
      return {
        title: t(`${task.kind}.title`),
        fact: t(`${task.kind}.fact`, facts),
        why,
        verb: t(`${task.kind}.verb`),
        href,
      };
    }
    const { facts, href } = ofOne(task.draft);
    if (task.kind === "returned") {
      const { at, note } = task.draft;
      const why = note ? t("returned.whyNote", { day: dayOf(at), note }) : t("returned.why", { day: dayOf(at) });
      return { title: t("returned.title"), fact: t("returned.fact", facts), why, verb: t("returned.verb"), href };
    }
    const { submittedBy, since, maySignOff } = task.draft;
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
