import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CalendarPlus, CalendarSearch, CalendarX2, type Icon, NotebookPen } from "@/components/ui/icons";
import type { TimelineEvent } from "@/lib/report/schema";
import { ErratumNote } from "./erratum-note";

type NoteProps = { icon: Icon; title: string; children?: ReactNode };

function Note({ icon: Icon, title, children }: NoteProps) {
  return (
    <div className="note note-tick">
      <p className="note-head">
        <Icon />
        {title}
      </p>
      <div className="grid gap-1 pt-0.5 text-ink-2">{children}</div>
    </div>
  );
}

/** What there is to say of an event's date: corrected, made precise, or found elsewhere; and of its source. */
export function hasNotes({ corrected, dateSource, inSource, erratum }: TimelineEvent): boolean {
  return corrected || erratum !== null || dateSource === "source_refined" || (dateSource === "external" && inSource);
}

export function EventNotes({ event }: { event: TimelineEvent }) {
  const t = useTranslations("report.timeline");
  const { corrected, dateSource, inSource, asPrinted, erratum } = event;
  const printed = asPrinted && <p>{t("asPrinted", { date: asPrinted })}</p>;
  return (
    <>
      {corrected && (
        <Note icon={CalendarX2} title={t("corrected")}>
          {printed}
          {erratum && <ErratumNote erratum={erratum} />}
        </Note>
      )}
      {!corrected && dateSource === "source_refined" && (
        <Note icon={CalendarSearch} title={t("refined")}>
          {printed}
        </Note>
      )}
      {!corrected && dateSource === "external" && inSource && <Note icon={CalendarPlus} title={t("external")} />}
      {!corrected && erratum && (
        <Note icon={NotebookPen} title={t("note")}>
          <ErratumNote erratum={erratum} />
        </Note>
      )}
    </>
  );
}
