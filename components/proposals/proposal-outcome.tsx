import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { Proposal } from "@/lib/proposals/schema";

/** Where a proposal stands, in a sentence; with the convener's reason for whom it is addressed to. */
export function ProposalOutcome({ proposal }: { proposal: Proposal }) {
  const t = useTranslations("proposals.page");
  const locale = useLocale();
  const { state, organization, proposition, answer } = proposal;
  const short = organization.short[locale];
  if (state === "drafted") return <p>{t("draftStays", { organization: short })}</p>;
  if (state === "proposed") return <p>{t("waits", { organization: short })}</p>;
  if (state === "declined" && answer) {
    return (
      <div>
        <p>{t("ended.declinedWhy")}</p>
        <p
          dir="auto"
          className="max-w-measure whitespace-pre-line border-l-2 border-pen pt-1 pl-3 [overflow-wrap:anywhere]"
        >
          {answer}
        </p>
      </div>
    );
  }
  if (proposition && (state === "opened" || state === "merged")) {
    return (
      <p>
        {t.rich(`ended.${state}`, {
          title: proposition.title[locale],
          link: (words) => <Link href={`/propositions/${proposition.slug}`}>{words}</Link>,
        })}
      </p>
    );
  }
  return <p>{t(state === "declined" ? "ended.declined" : "ended.withdrawn")}</p>;
}
