import { getTranslations } from "next-intl/server";
import { readAgreementQuery } from "@/components/agreement/agreement-query";
import { LadderView, readLadderFacts } from "@/components/agreement/ladder/ladder-view";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("agreement.ladder");
  return { title: t("title") };
}

export default async function AgreementLadderPage({ searchParams }: Props) {
  return <LadderView facts={await readLadderFacts(readAgreementQuery(await searchParams))} />;
}
