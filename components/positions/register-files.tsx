import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { PositionFiles } from "./position-files";

type RegisterFilesProps = { organization: string; theme?: string | undefined };

/** The same rows as files, and the way in for a file. */
export function RegisterFiles({ organization, theme }: RegisterFilesProps) {
  const t = useTranslations("positions.import");
  const pack = useTranslations("boardPack");
  return (
    <span className="no-print flex flex-wrap gap-x-4">
      <PositionFiles choices={{ organization, theme, stance: undefined }} />
      <Link href={`/organizations/${organization}/board-pack`}>{pack("link")}</Link>
      <Link href={`/positions/import?organization=${organization}`}>{t("link")}</Link>
    </span>
  );
}
