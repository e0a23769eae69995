import { useLocale, useTranslations } from "next-intl";
import { Quote } from "@/components/ui/quote";
import { softenCapitals } from "@/lib/report/rules";
import type { Bilingual } from "@/lib/report/schema";

/** Headings are cited as printed, in the report's language, without its capitals; what we add to them is in the reader's. */
export function Heading({ of }: { of: Bilingual }) {
  const asPrinted = of.en === of.fr;
  return <span lang={asPrinted ? "en" : undefined}>{softenCapitals(of[useLocale()]).replaceAll(" > ", " › ")}</span>;
}

/** Quotation marks inside a quotation are single ones. */
export const withinQuotes = (text: string) => text.replace(/"([^"]*)"/g, "‘$1’");

/** Where in the report something is: its heading, and a few of its words to find the place by. */
export function FoundAt({ section, locator }: { section: Bilingual; locator: string }) {
  const t = useTranslations("report");
  return (
    <p className="text-small text-ink-3">
      {t.rich("foundAt", {
        heading: () => <Heading of={section} />,
        quote: () => (
          <Quote lang="en" className="text-small">
            {withinQuotes(locator)}
          </Quote>
        ),
      })}
    </p>
  );
}
