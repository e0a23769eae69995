import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, Link } from "@/components/ui/link";
import type { Position, PropositionName } from "@/lib/positions/schema";
import { isPressing, nextAct } from "./next-act";
import { placeHref } from "./place-href";

type ActLinkProps = {
  organization: string;
  proposition: Pick<PropositionName, "slug" | "title">;
  position: Position | null;
  /** Always a button, filled when something waits: for a place where it is the one thing to do. */
  button?: boolean | undefined;
};

/** Leads to the place of the position; the verb says what can be done there. Its accessible name holds the object too. */
export function ActLink({ organization, proposition, position, button }: ActLinkProps) {
  const t = useTranslations("positions.act");
  const locale = useLocale();
  const act = nextAct(position);
  const way = {
    href: placeHref(organization, proposition.slug),
    "aria-label": t("about", { act: t(act), proposition: proposition.title[locale] }),
  };
  const pressing = isPressing(act);
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
