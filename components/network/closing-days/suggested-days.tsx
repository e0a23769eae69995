import { useLocale, useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { KeepError } from "./keep-error";
import type { ClosingList } from "./use-closing-list";
import { useClosingNote } from "./use-closing-note";
import { useDayRange } from "./use-day-range";
import { useKeepClosingDays } from "./use-keep-closing-days";

/** The holidays of provinces that nobody has entered for this year: one press each, or one for all. */
export function SuggestedDays({ list }: { list: ClosingList }) {
  const t = useTranslations("closingDays.keep");
  const locale = useLocale();
  const writeRange = useDayRange();
  const sayNote = useClosingNote();
  const keep = useKeepClosingDays(list);
  const { suggested, year } = list.now;
  if (suggested.length === 0) return <p className="py-4">{t("allEntered", { year: String(year) })}</p>;
  return (
    <div className="grid gap-3 pt-3">
      <p className="field-hint max-w-[72ch]">{t("suggestedHint")}</p>
      <ul>
        {suggested.map((it) => {
          const day = writeRange(it, year);
          return (
            <li
              key={`${it.firstOn} ${it.name.en} ${it.provinces.join()}`}
              className="flex items-center justify-between gap-x-4 border-rule border-b py-1"
            >
              <span>
                <time dateTime={it.firstOn}>{day}</time>, {sayNote([it])}
              </span>
              <Button
                small
                aria-label={t("addName", { name: it.name[locale], day })}
                loading={keep.isPending && keep.variables.added[0] === it}
                onClick={() => keep.mutate({ added: [it] })}
              >
                {t("add")}
              </Button>
            </li>
          );
        })}
      </ul>
      <div className="actions">
        <Button
          loading={keep.isPending && keep.variables.added === suggested}
          onClick={() => keep.mutate({ added: suggested })}
        >
          {t("addAll", { count: suggested.length })}
        </Button>
      </div>
      <KeepError keep={keep} />
    </div>
  );
}
