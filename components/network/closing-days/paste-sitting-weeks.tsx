import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { sittingName } from "@/lib/network/constants";
import { closingKey, countWeekdays } from "@/lib/network/rules.closing-days";
import { type PastedLine, readPastedDays } from "@/lib/network/rules.pasted-days";
import type { EnteredClosing } from "@/lib/network/schema.closing-days";
import { KeepError } from "./keep-error";
import type { ClosingList } from "./use-closing-list";
import { useDayRange } from "./use-day-range";
import { useKeepClosingDays } from "./use-keep-closing-days";

/** What was read, each range once, and those of it that are not in the list yet. */
function sortOut(lines: readonly PastedLine[], entered: readonly EnteredClosing[]) {
  const read = lines.flatMap((it): EnteredClosing[] =>
    it.fault ? [] : [{ kind: "sitting", firstOn: it.firstOn, lastOn: it.lastOn, name: sittingName, provinces: [] }],
  );
  const ranges = [...new Map(read.map((it) => [closingKey(it), it])).values()];
  const isKnown = ({ firstOn, lastOn }: EnteredClosing) =>
    entered.some((it) => it.kind === "sitting" && it.firstOn === firstOn && it.lastOn === lastOn);
  return { ranges, added: ranges.filter((it) => !isKnown(it)) };
}

/** A whole calendar at once: what is pasted is read as it is typed, and sent once it was looked at. */
export function PasteSittingWeeks({ list }: { list: ClosingList }) {
  const t = useTranslations("closingDays.keep");
  const writeRange = useDayRange();
  const keep = useKeepClosingDays(list);
  const [pasted, setPasted] = useState("");
  const { year, entered } = list.now;
  const lines = readPastedDays(pasted, year);
  const { ranges, added } = sortOut(lines, entered);
  const days = ranges.reduce((sum, it) => sum + countWeekdays(it), 0);
  const send = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate({ added }, { onSuccess: () => setPasted("") });
  };
  return (
    <form method="dialog" onSubmit={send} className="grid gap-4 pt-3">
      <TextArea
        label={t("pasteLabel")}
        hint={t("pasteHint", { year: String(year) })}
        name="sittingWeeks"
        rows={5}
        maxLength={20_000}
        required={false}
        value={pasted}
        onChange={({ target }) => setPasted(target.value)}
      />
      <div role="status" className="grid gap-2">
        <p className="text-ink-2">
          {t("preview", { count: ranges.length, days })}
          {ranges.length > added.length && ` ${t("known", { count: ranges.length - added.length })}`}
        </p>
      </div>
      {added.length > 0 && (
        <ul className="gap-x-8 text-ink-2 md:columns-2">
          {added.map((it) => (
            <li key={closingKey(it)}>{writeRange(it)}</li>
          ))}
        </ul>
      )}
      <UnreadLines lines={lines} />
      <div className="actions">
        <Button type="submit" loading={keep.isPending} reason={added.length === 0 ? t("nothingNew") : undefined}>
          {t("addRanges", { count: added.length })}
        </Button>
      </div>
      <KeepError keep={keep} />
    </form>
  );
}

/** Which lines say no days, and what would help. */
function UnreadLines({ lines }: { lines: readonly PastedLine[] }) {
  const t = useTranslations("closingDays.keep");
  const unread = lines.flatMap(({ number, text, fault }) => (fault ? [{ number, text, fault }] : []));
  if (unread.length === 0) return null;
  return (
    <div className="notice notice-amber">
      <p className="font-semibold">{t("unread")}</p>
      <ul>
        {unread.map(({ number, text, fault }) => (
          <li key={`${number} ${text}`}>
            {t("line", { number, text })} <span className="text-ink-2">{t(`fault.${fault}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
