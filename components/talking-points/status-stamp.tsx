import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import { Stamp, type StampKind } from "@/components/ui/stamp";
import { noonOf } from "@/lib/platform/time/noon-of";
import type { TalkingPointStatus } from "@/lib/talking-points/constants";
import type { TalkingPoint } from "@/lib/talking-points/schema";

const kinds: Record<TalkingPointStatus, StampKind> = {
  draft: "draft",
  in_discussion: "plain",
  usable: "usable",
  cautioned: "caution",
  retired: "retired",
};

type Facts = Pick<TalkingPoint, "status" | "number" | "usableVersion" | "stale" | "reviewBy">;

/**
 * What a point is at this moment. "Usable" belongs to a version: where the words in force are newer, it says which one may
 * be quoted and that its newer wording is under discussion.
 */
export function StatusStamps({ point }: { point: Facts }) {
  const t = useTranslations("talkingPoints.status");
  const locale = useLocale();
  const { status, number, usableVersion, stale, reviewBy } = point;
  const newer = usableVersion !== null && usableVersion !== number;
  return (
    <span className="flex flex-wrap gap-1.5">
      <Stamp kind={kinds[status]}>
        {newer && status !== "retired" ? t("ofVersion", { status: t(status), version: usableVersion }) : t(status)}
      </Stamp>
      {newer && status !== "retired" && <Stamp>{t("newerDiscussed", { version: number })}</Stamp>}
      {stale && status !== "retired" && (
        <Stamp kind="caution">{t("stale", { day: longDay(noonOf(reviewBy), locale) })}</Stamp>
      )}
    </span>
  );
}
