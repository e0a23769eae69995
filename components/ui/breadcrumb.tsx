import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "./link";

type Step = { label: ReactNode; href?: string | undefined };

/** One level up; the last step may be the page itself. */
export function Breadcrumb({ steps }: { steps: Step[] }) {
  const t = useTranslations("ui");
  return (
    <nav className="crumb" aria-label={t("breadcrumb")}>
      <ol className="contents">
        {steps.map(({ label, href }, place) => (
          <li key={href ?? "here"} className="flex gap-2">
            {place > 0 && <span aria-hidden="true">/</span>}
            {href ? <Link href={href}>{label}</Link> : <span aria-current="page">{label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
