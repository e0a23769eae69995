import { useTranslations } from "next-intl";

type HostNotesProps = { rows: readonly { key: string; name: string; note: string | null; complete: boolean }[] };

/** Who was asked, whether they have answered, and what they say to the host alone. */
export function HostNotes({ rows }: HostNotesProps) {
  const t = useTranslations("briefingDates");
  return (
    <ul className="grid gap-1 py-3">
      {rows.map(({ key, name, note, complete }) => (
        <li key={key}>
          {t(complete ? "hasAnswered" : "hasNot", { name })}
          {note && <span className="block border-rule border-l pl-3 text-ink-2">{note}</span>}
        </li>
      ))}
    </ul>
  );
}
