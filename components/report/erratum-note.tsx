import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { Erratum } from "@/lib/report/schema";

type ErratumNoteProps = { erratum: Pick<Erratum, "id" | "problem"> };

/** Why what is printed was not taken as it is, and where all of it is said. */
export function ErratumNote({ erratum }: ErratumNoteProps) {
  const t = useTranslations("report");
  return (
    <p>
      {erratum.problem[useLocale()]}. <Link href={`/errata#${erratum.id}`}>{t("erratum", { id: erratum.id })}</Link>
    </p>
  );
}
