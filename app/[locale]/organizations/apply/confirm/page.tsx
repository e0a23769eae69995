import { getTranslations } from "next-intl/server";
import { ConfirmApplicationView } from "@/components/organizations/confirm-application-view";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("membership.confirm");
  return { title: t("title"), robots: { index: false } };
}

export default async function ConfirmApplicationPage({ searchParams }: Props) {
  return <ConfirmApplicationView token={[(await searchParams).token].flat()[0] ?? ""} />;
}
