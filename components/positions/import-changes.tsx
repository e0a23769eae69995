import { useLocale, useTranslations } from "next-intl";
import { DiffSide } from "@/components/ui/diff";
import type { ImportRow } from "@/lib/positions/schema.files";

/** What a row would change, in words: as it is recorded, and as the file has it. */
export function ImportChanges({ changes }: { changes: ImportRow["changes"] }) {
  if (changes.length === 0) return null;
  return (
    <dl className="grid gap-2">
      {changes.map(({ column, language, before, after }) => (
        <div key={column}>
          <dt className="text-small text-ink-3">{column}</dt>
          <Side at="before" language={language} before={before} after={after} />
          <Side at="after" language={language} before={before} after={after} />
        </div>
      ))}
    </dl>
  );
}

type SideProps = Omit<ImportRow["changes"][number], "column"> & { at: "before" | "after" };

function Side({ at, language, before, after }: SideProps) {
  const t = useTranslations("positions.import.change");
  const locale = useLocale();
  const said = at === "before" ? before : after;
  return (
    <dd>
      <span className="text-small font-semibold">{t(at)}</span>
      {said === null ? (
        <p className="text-ink-3">{t("none")}</p>
      ) : (
        <DiffSide side={at} before={before ?? ""} after={after ?? ""} lang={language ?? locale} />
      )}
    </dd>
  );
}
