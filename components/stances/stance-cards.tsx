import { useTranslations } from "next-intl";
import { stances } from "@/lib/positions/constants";
import { RadioCards, type RadioCardsProps } from "../ui/radio-cards";
import { StanceCell } from "./stance-cell";

/** The six answers, in their fixed order, none chosen beforehand. */
export function StanceCards(props: Omit<RadioCardsProps, "cards">) {
  const t = useTranslations("stances");
  const cards = stances.map((stance) => ({
    value: stance,
    label: t(`name.${stance}`),
    hint: t(`meaning.${stance}`),
    mark: <StanceCell stance={stance} />,
  }));
  return <RadioCards {...props} cards={cards} />;
}
