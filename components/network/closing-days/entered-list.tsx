import { useLocale, useTranslations } from "next-intl";
import { useRef } from "react";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { closingKey, reachesInto } from "@/lib/network/rules.closing-days";
import type { EnteredClosing } from "@/lib/network/schema.closing-days";
import { KeepError } from "./keep-error";
import type { ClosingList } from "./use-closing-list";
import { useClosingNote } from "./use-closing-note";
import { useDayRange } from "./use-day-range";
import { useKeepClosingDays } from "./use-keep-closing-days";

type EnteredListProps = { list: ClosingList; onChange: (it: EnteredClosing) => void };

/** What stands in the list for the year of the page; each can be changed or taken out. */
export function EnteredList({ list, onChange }: EnteredListProps) {
  const t = useTranslations("closingDays.keep");
  const heads = useTranslations("closingDays");
  const locale = useLocale();
  const writeRange = useDayRange();
  const sayNote = useClosingNote();
  const keep = useKeepClosingDays(list);
  const box = useRef<HTMLDivElement>(null);
  // The button that was pressed goes with its row: whoever is at the keyboard stays at the list.
  const remove = (it: EnteredClosing) =>
    keep.mutate({ added: [], removed: [it] }, { onSuccess: () => box.current?.focus() });
  const { year, entered } = list.now;
  const shown = entered.filter(reachesInto(year));
  if (shown.length === 0) return <EmptyState>{t("enteredNone", { year: String(year) })}</EmptyState>;
  return (
    <div ref={box} tabIndex={-1} className="grid gap-3">
      <KeepError keep={keep} />
      <Table
        caption={t("enteredCaption", { year: String(year) })}
        rows={shown}
        rowKey={closingKey}
        columns={[
          { key: "days", label: heads("days"), head: true, cell: (it) => writeRange(it, year) },
          { key: "what", label: heads("what"), cell: (it) => sayNote([it]) },
          { key: "kind", label: heads("kind"), cell: ({ kind }) => heads(`kinds.${kind}`) },
          {
            key: "actions",
            label: t("actions"),
            cell: (it) => {
              const said = { name: it.name[locale], days: writeRange(it, year) };
              return (
                <span className="flex flex-wrap gap-2">
                  <Button small aria-label={t("changeName", said)} onClick={() => onChange(it)}>
                    {t("change")}
                  </Button>
                  <Button
                    small
                    variant="danger"
                    aria-label={t("removeName", said)}
                    loading={keep.isPending && keep.variables.removed?.includes(it)}
                    onClick={() => remove(it)}
                  >
                    {t("remove")}
                  </Button>
                </span>
              );
            },
          },
        ]}
      />
    </div>
  );
}
