import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { SideSection } from "@/components/ui/side";

/** What the report is and is not, beside every list drawn from it. */
export function SourceSide() {
  const t = useTranslations("report");
  return (
    <SideSection title={t("source.title")}>
      <p>{t("source.text")}</p>
      <p className="mt-2">{t("disclaimer")}</p>
      <p className="mt-2">
        <Link href="/library/about">{t("source.more")}</Link>
      </p>
    </SideSection>
  );
}

type Jump = { id: string; label: string; count: number };

/** Where on the page each group begins. */
export function JumpSide({ title, jumps }: { title: string; jumps: readonly Jump[] }) {
  if (jumps.length < 2) return null;
  return (
    <SideSection title={title}>
      <ul className="print:hidden">
        {jumps.map(({ id, label, count }) => (
          <li key={id} className="flex items-baseline justify-between gap-4 border-b border-rule py-1.5 max-md:py-2.5">
            <a href={`#${id}`}>{label}</a>
            <span className="count">{count}</span>
          </li>
        ))}
      </ul>
    </SideSection>
  );
}
