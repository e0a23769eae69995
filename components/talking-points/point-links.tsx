import { useTranslations } from "next-intl";
import { InOneLanguage } from "@/components/ui/in-one-language";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { toUrlWithParams } from "@/lib/platform/http/query-params";
import type { TalkingPoint } from "@/lib/talking-points/schema";
import { StatusStamps } from "./status-stamp";
import { talkingPointHref } from "./talking-point-href";

export type LinkedPoints = { items: TalkingPoint[]; total: number };
/** For whoever reads no talking points, and where there are none. */
export const noPoints: LinkedPoints = { items: [], total: 0 };

type PointLinksProps = {
  points: LinkedPoints;
  title: string;
  /** The list of all of them. */
  all: string;
  asOf?: string | undefined;
};

/** Talking points that belong to what a page is about, each with what it may be used for. */
export function PointLinks({ points: { items, total }, title, all, asOf }: PointLinksProps) {
  const t = useTranslations("talkingPoints.list");
  if (total === 0) return null;
  return (
    <Section title={title} count={total} id="talking-points" className="mt-10">
      <ul className="rows">
        {items.map((point) => (
          <li key={point.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-table">
            <Link href={toUrlWithParams(talkingPointHref(point.slug), { asOf })}>
              <InOneLanguage text={point.title} missing={t("untitled")} />
            </Link>
            <StatusStamps point={point} />
          </li>
        ))}
      </ul>
      {total > items.length && (
        <p className="pt-3">
          <Link href={all}>{t("found", { count: total })}</Link>
        </p>
      )}
    </Section>
  );
}
