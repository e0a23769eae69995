import { clsx } from "clsx";
import { useLocale, useTranslations } from "next-intl";
import { MarkedChanges } from "@/components/ui/marked-changes";
import { Stamp } from "@/components/ui/stamp";
import type { TextChange } from "@/lib/platform/text/compare-texts";
import { type DeskDisplay, type DeskRow, type Language, toClean } from "./desk-rows";

const languagesOf = (display: DeskDisplay, locale: Language): Language[] =>
  display.language ? [display.language] : [locale, locale === "en" ? "fr" : "en"];

/** The title, where it would read otherwise. */
export function DeskTitle({
  title,
  display,
}: {
  title: Record<Language, TextChange[]> | undefined;
  display: DeskDisplay;
}) {
  const t = useTranslations("talkingPoints.compare");
  const locale = useLocale() as Language;
  const differs = [...(title?.en ?? []), ...(title?.fr ?? [])].some(({ kind }) => kind !== "same");
  if (!title || !differs) return null;
  return (
    <div className="words border-x border-b border-rule bg-sheet px-3 py-5">
      <p className="font-ui text-small font-semibold text-ink-2">{t("titleLine")}</p>
      {languagesOf(display, locale).map((lang, at) => (
        <div key={lang} className={clsx(at > 0 && "words-other")}>
          <Wording changes={title[lang]} lang={lang} display={display} />
        </div>
      ))}
    </div>
  );
}

/** One clause of the next version, in the chosen display; a language that is still to follow is said, and never filled. */
export function DeskClause({ row: { change, clause }, display }: { row: DeskRow; display: DeskDisplay }) {
  const t = useTranslations("talkingPoints.compare");
  const texts = useTranslations("talkingPoints.text");
  const locale = useLocale() as Language;
  const goes = change?.number === null;
  return (
    <div className="words grid min-w-0 content-start gap-2">
      {change?.state === "added" && (
        <p>
          <Stamp kind="usable">{t("added")}</Stamp>
        </p>
      )}
      {goes && (
        <p>
          <Stamp kind="retired">{t("removed", { was: change.was ?? 0 })}</Stamp>
        </p>
      )}
      {change?.moved && !goes && change.was !== null && (
        <p>
          <Stamp kind="pen">{t("was", { number: change.was })}</Stamp>
        </p>
      )}
      {languagesOf(display, locale).map((lang, at) => {
        const changes = change?.text[lang] ?? [{ kind: "same" as const, text: clause?.text[lang] ?? "" }];
        return (
          <div key={lang} className={clsx(at > 0 && "words-other")}>
            <Wording changes={changes} lang={lang} display={goes ? { ...display, clean: false } : display} />
            {!goes && toClean(changes) === "" && (
              <p className="font-ui text-small text-ink-3">{texts("missing", { language: lang })}</p>
            )}
          </div>
        );
      })}
    </div>
  );
}

type WordingProps = { changes: readonly TextChange[]; lang: Language; display: DeskDisplay };

function Wording({ changes, lang, display: { clean } }: WordingProps) {
  const words = toClean(changes);
  const same = changes.every(({ kind }) => kind === "same");
  if (!clean && !same) return <MarkedChanges changes={changes} lang={lang} />;
  return words ? (
    <p lang={lang} dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
      {words}
    </p>
  ) : null;
}
