import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SideLayout } from "@/components/ui/side";

type ReportLayoutProps = { label: string; side: ReactNode; children: ReactNode };

/** A list of the report and what stands beside it. On paper the list has the whole width, under what must be said of it. */
export function ReportLayout({ label, side, children }: ReportLayoutProps) {
  const t = useTranslations("report");
  return (
    <div className="print:[&_.side]:hidden! print:[&>.side-layout]:block!">
      <p className="print-only">{t("disclaimer")}</p>
      <SideLayout label={label} side={side}>
        {children}
      </SideLayout>
    </div>
  );
}
