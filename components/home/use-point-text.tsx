import { useLocale, useTranslations } from "next-intl";
import { talkingPointHref } from "@/components/talking-points/talking-point-href";
import type { HomeRow } from "@/lib/home/rules.rows";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import type { TaskText } from "./task-row";

const kinds = [
  "pointAnswer",
  "pointConfirm",
  "pointMark",
  "pointSign",
  "pointTranslate",
  "pointRound",
  "pointHandle",
  "pointReply",
  "pointComments",
] as const;
export type PointRow = Extract<HomeRow, { kind: (typeof kinds)[number] }>;
type PointOf<K extends PointRow["kind"]> = Extract<PointRow, { kind: K }>;
export const isOfPoint = (task: HomeRow): task is PointRow => kinds.some((it) => it === task.kind);

const named = 3;

/** The text of a task about talking points, and where its verb leads. */
export function usePointText({ slug: organization }: { slug: string }) {
  const t = useTranslations("home.task");
  const list = useTranslations("talkingPoints.list");
  const locale = useLocale();
  const titleOf = ({ title }: { title: { en: string | null; fr: string | null } }) =>
    pickLanguage(title, locale)?.text ?? list("untitled");
  const textOfOne = (task: PointOf<"pointRound" | "pointHandle" | "pointReply" | "pointComments">): TaskText => {
    const at = talkingPointHref(task.point.point.slug);
    const point = titleOf(task.point.point);
    const [why, verb] = [t(`${task.kind}.why`), t(`${task.kind}.verb`)];
    switch (task.kind) {
      case "pointRound":
        return { title: t("pointRound.title"), fact: point, why, verb, href: `${at}?for=${organization}#rounds` };
      case "pointHandle": {
        const title = t("pointHandle.title", { count: task.point.amendments });
        return { title, fact: point, why, verb, href: `${at}/consolidation` };
      }
      case "pointReply":
        return {
          title: t("pointReply.title"),
          fact: point,
          why,
          verb,
          href: `${at}/amendments/${task.point.amendment}`,
        };
      case "pointComments": {
        const title = t("pointComments.title", { count: task.point.count });
        return { title, fact: point, why, verb, href: `${at}/discussion` };
      }
    }
  };
  return (task: PointRow): TaskText => {
    if (task.kind === "pointSign") {
      const { point, number, maySign } = task.point;
      const title = t(maySign ? "pointSign.title" : "pointSign.titleWaiting");
      const fact = t("pointSign.fact", { point: titleOf(point), number });
      const href = `${talkingPointHref(point.slug)}?for=${organization}#answer`;
      return { title, fact, why: t("pointSign.why"), verb: t("pointSign.verb"), href };
    }
    if (task.kind === "pointTranslate") {
      const { point, clause, language } = task.point;
      return {
        title: t("pointTranslate.title", { language }),
        fact: t("pointTranslate.fact", { point: titleOf(point), clause }),
        why: t("pointTranslate.why"),
        verb: t("pointTranslate.verb"),
        href: `${talkingPointHref(point.slug)}/edit`,
      };
    }
    if (!("points" in task)) return textOfOne(task);
    const { kind, points, count, own } = task;
    const titles = points.slice(0, named).map(({ point }) => titleOf(point));
    const more = count - titles.length;
    const [only] = points;
    return {
      title: t(`${kind}.title`, { count }),
      fact: [...titles, ...(more > 0 ? [t("review.more", { count: more })] : [])].join("; "),
      why: t(own ? `${kind}.why` : `${kind}.whyWaiting`),
      verb: t(`${kind}.verb`),
      href:
        count === 1 && only
          ? kind === "pointMark"
            ? `${talkingPointHref(only.point.slug)}/marks`
            : `${talkingPointHref(only.point.slug)}?for=${organization}#answer`
          : "/talking-points?needsUs=true",
    };
  };
}
