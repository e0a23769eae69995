import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Facts } from "@/components/ui/facts";
import type { Position } from "@/lib/positions/schema";
import { StanceLine } from "../stances/stance-line";
import { Reasons, Reservation } from "./reservation-and-reasons";
import { UndecidedDates } from "./undecided-dates";

type Text = Pick<
  NonNullable<Position["draft"]>,
  "stance" | "rationale" | "reservation" | "undecidedSince" | "decideBy"
>;
type PositionTextProps = {
  text: Text;
  provisional?: boolean | undefined;
  stale?: boolean | undefined;
  facts?: readonly (readonly [string, ReactNode])[] | undefined;
};

/** A stance with all its words, in both languages where it has them. */
export function PositionText({ text, provisional, stale, facts }: PositionTextProps) {
  const t = useTranslations("positions.text");
  const { stance, rationale, reservation } = text;
  const reasoned = rationale.en !== null || rationale.fr !== null;
  return (
    <div className="grid gap-3">
      <p className="font-semibold">
        <StanceLine stance={stance} provisional={provisional} stale={stale} />
      </p>
      <UndecidedDates text={text} />
      <Reservation text={reservation} both />
      {reasoned ? (
        <div>
          <p className="text-small text-ink-3">{t("reasons")}</p>
          <Reasons text={rationale} both />
        </div>
      ) : (
        !reservation && <p className="text-ink-3">{t("noReasons")}</p>
      )}
      {facts && <Facts facts={facts} />}
    </div>
  );
}
