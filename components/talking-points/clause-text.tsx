import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { MarkedChanges } from "@/components/ui/marked-changes";
import type { TextChange } from "@/lib/platform/text/compare-texts";
import { type Anchor, markAnchors, type NoteKind } from "./mark-anchors";

const line: Record<NoteKind, string> = {
  reservation: "underline decoration-pen decoration-dashed decoration-2 underline-offset-4",
  objection: "underline decoration-red decoration-2 underline-offset-4",
  standAside: "underline decoration-pen decoration-dotted decoration-2 underline-offset-4",
  amendment: "underline decoration-pen decoration-double decoration-2 underline-offset-4",
  contest: "bg-pen-wash",
  remark: "bg-pen-wash",
};

type ClauseTextProps = {
  text: string;
  anchors: readonly Anchor[];
  /** With these the words are shown with what changed in them, and without the notes' marks. */
  changes?: readonly TextChange[] | undefined;
  lang: "en" | "fr";
};

/** The words of a clause, with the places that notes are about; each letter leads to its note. */
export function ClauseText({ text, anchors, changes, lang }: ClauseTextProps) {
  const t = useTranslations("talkingPoints.notes");
  if (changes) return <MarkedChanges changes={changes} lang={lang} className="diff" />;
  return (
    <p lang={lang} dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
      {markAnchors(text, anchors).map(({ text: piece, mark, washed, ends }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name but their place
        <span key={at}>
          <span className={clsx(mark && line[mark], washed && "bg-pen-wash")}>{piece}</span>
          {ends.map((letter) => (
            <sup key={letter} id={`words-${lang}-${letter}`}>
              <a
                href={`#note-${letter}`}
                className="font-ui font-semibold no-underline"
                aria-label={t("see", { letter })}
              >
                {letter}
              </a>
            </sup>
          ))}
        </span>
      ))}
    </p>
  );
}
