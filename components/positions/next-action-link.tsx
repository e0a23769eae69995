import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, Link } from "@/components/ui/link";
import type { Position, PropositionName } from "@/lib/positions/schema";
import { isUrgent, nextAction } from "./next-action";
import { positionHref } from "./position-href";

type NextActionLinkProps = {
  organization: string;
  proposition: Pick<PropositionName, "slug" | "title">;
  position: Position | null;
  /** Always a button, filled when something waits: for a place where it is the one thing to do. */
  button?: boolean | undefined;
};

/** Links to the position's page, labelled with what can be done there. The accessible name contains the object too. */
export function NextActionLink({ organization, proposition, position, button }: NextActionLinkProps) {
  const t = useTranslations("positions.act");
  const locale = useLocale();
  const act = nextAction(position);
  const way = {
    href: positionHref(organization, proposition.slug),
    "aria-label": t("about", { act: t(act), proposition: proposition.title[locale] }),
  };
  const pressing = isUrgent(act);
  if (!button && !pressing)
    return (
      <Link {...way} className="max-md:-my-2.5 max-md:inline-flex max-md:min-h-11 max-md:items-center">
        {t(act)}
      </Link>
    );
  return (
    <ButtonLink {...way} small={!button} variant={button && pressing ? "primary" : "plain"}>
      {t(act)}
    </ButtonLink>
  );
}
