import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { PropositionFacts } from "./load-proposition";
import { type StanceFilter, stanceFilterHref } from "./stance-filter";

type ShowAllLinkProps = {
  facts: Pick<PropositionFacts, "on" | "proposition">;
  open: StanceFilter;
  total: number;
  /** How many of them stand before this. */
  shown: number;
};

/** Where an answer has too many names for one page: the way to all of them. */
export function ShowAllLink({ facts: { on, proposition }, open, total, shown }: ShowAllLinkProps) {
  const t = useTranslations("positions.stances");
  if (shown >= total) return null;
  return (
    <p className="pt-2 text-small">
      <Link href={stanceFilterHref(proposition.slug, { on, open })} className="inline-block min-h-6">
        {t("all", { count: total })}
      </Link>
    </p>
  );
}
