import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { Check } from "@/components/ui/icons";
import type { DateAnswer } from "@/lib/briefings/constants";

const marks = { yes: "answer-yes", if_need_be: "answer-maybe", no: "answer-no", none: "answer-none" } as const;

/** An answer by its shape and its colour; whoever shows it says it in words beside it, or here for those who listen. */
export function AnswerMark({ answer, said = false }: { answer: DateAnswer | null; said?: boolean }) {
  const t = useTranslations("briefingDates.answer");
  const kind = answer ?? "none";
  return (
    <>
      <span className={clsx("answer", marks[kind])} aria-hidden="true">
        {kind === "yes" && <Check />}
        {kind === "no" && t("no").slice(0, 1)}
      </span>
      {said && <span className="sr-only">{t(kind)}</span>}
    </>
  );
}
