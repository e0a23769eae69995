import { useTranslations } from "next-intl";
import { Quote } from "@/components/ui/quote";
import { withinQuotes } from "./found-at";

/** A few words of the report to find a place by, where no heading is cited. */
export function LocatedAt({ locator }: { locator: string }) {
  const t = useTranslations("report");
  return (
    <p className="text-small text-ink-3">
      {t("at")}{" "}
      <Quote lang="en" className="text-small">
        {withinQuotes(locator)}
      </Quote>
    </p>
  );
}
