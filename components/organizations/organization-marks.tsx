import { useTranslations } from "next-intl";
import { Stamp } from "@/components/ui/stamp";
import type { Organization } from "@/lib/organizations/schema";

type OrganizationMarksProps = { organization: Pick<Organization, "convener" | "fictional" | "viewer"> };

/** What an organization is, besides its name. */
export function OrganizationMarks({ organization: { convener, fictional, viewer } }: OrganizationMarksProps) {
  const t = useTranslations("organizations");
  if (!convener && !fictional && !viewer.belongs) return null;
  return (
    <span className="flex flex-wrap gap-1.5">
      {viewer.belongs && <Stamp kind="pen">{t("yours")}</Stamp>}
      {convener && <Stamp>{t("convener")}</Stamp>}
      {fictional && <Stamp kind="draft">{t("fictional")}</Stamp>}
    </span>
  );
}
