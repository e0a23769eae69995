import { fold } from "@/lib/platform/search";

type SharedWordsProps = { text: string; shared: readonly string[] };

/** A text with the words marked that another uses as well; on paper, where washes go, they are underlined. */
export function SharedWords({ text, shared }: SharedWordsProps) {
  const common = new Set(shared);
  return text.split(/([\p{L}\p{M}\p{N}]+)/u).map((part, place) => {
    const key = `${String(place)}${part}`;
    return common.has(fold(part)) ? (
      <mark key={key} className="bg-pen-wash text-ink underline decoration-pen underline-offset-3">
        {part}
      </mark>
    ) : (
      part
    );
  });
}
