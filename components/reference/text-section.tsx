import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";

/** Paragraphs to be read, at a measure that reads well. */
export function TextSection({ title, paragraphs }: { title: string; paragraphs: readonly ReactNode[] }) {
  return (
    <Section title={title}>
      <div className="grid max-w-[68ch] gap-3 pt-3">
        {paragraphs.map((paragraph, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs are written once, in order, and never move
          <p key={at}>{paragraph}</p>
        ))}
      </div>
    </Section>
  );
}
