import { foldText } from "@/lib/platform/text/fold";

type SharedTermsProps = { text: string; shared: readonly string[] };

/** A text with the words marked that another uses as well; on paper, where washes go, they are underlined. */
export function SharedTerms({ text, shared }: SharedTermsProps) {
  const common = new Set(shared);
  return text.split(/([\p{L}\p{M}\p{N}]+)/u).map((part, place) => {
    const key = `${String(place)}${part}`;
    return common.has(foldText(part)) ? (
      <mark key={key} className="bg-pen-wash text-ink underline decoration-pen underline-offset-3">
        {part}
      </mark>
    ) : (
      part
    );
  });
}
