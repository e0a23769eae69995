import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";

/** For what does not exist and for what one may not see: the same words, so that neither is told from the other. */
export default async function NotFound() {
  const t = await getTranslations("layout");
  return (
    <>
      <title>{`${t("nothingHere")} · Concerted`}</title>
      <PageHead title={t("nothingHere")}>{t("notFound")}</PageHead>
      <p className="mt-4">
        <Link href="/">{t("toFirstPage")}</Link>
      </p>
    </>
  );
}
