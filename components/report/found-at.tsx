import { useTranslations } from "next-intl";
import { Quote } from "@/components/ui/quote";
import { softenCapitals } from "@/lib/report/rules";

/** Headings are cited as printed, in the report's language, without its capitals. */
export function Heading({ children }: { children: string }) {
  return <span lang="en">{softenCapitals(children).replaceAll(" > ", " › ")}</span>;
}

/** Quotation marks inside a quotation are single ones. */
export const withinQuotes = (words: string) => words.replace(/"([^"]*)"/g, "‘$1’");

/** Where in the report something is: its heading, and a few of its words to find the place by. */
export function FoundAt({ section, locator }: { section: string; locator: string }) {
  const t = useTranslations("report");
  return (
    <p className="text-small text-ink-3">
      {t.rich("foundAt", {
        heading: () => <Heading>{section}</Heading>,
        words: () => (
          <Quote lang="en" className="text-small">
            {withinQuotes(locator)}
          </Quote>
        ),
      })}
    </p>
  );
}
