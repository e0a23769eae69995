import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { type Openable, openHref } from "./opened";
import type { PropositionFacts } from "./proposition";

type ReadAllProps = {
  facts: Pick<PropositionFacts, "on" | "proposition">;
  open: Openable;
  total: number;
  /** How many of them stand before this. */
  shown: number;
};

/** Where an answer has too many names for one page: the way to all of them. */
export function ReadAll({ facts: { on, proposition }, open, total, shown }: ReadAllProps) {
  const t = useTranslations("positions.holdings");
  if (shown >= total) return null;
  return (
    <p className="pt-2 text-small">
      <Link href={openHref(proposition.slug, { on, open })} className="inline-block min-h-6">
        {t("all", { count: total })}
      </Link>
    </p>
  );
}
