import { getTranslations } from "next-intl/server";
import { readProposals } from "@/components/proposals/proposal-facts";
import { ProposalsView } from "@/components/proposals/proposals-view";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("proposals.list");
  return { title: t("title") };
}

export default async function ProposalsPage({ searchParams }: Props) {
  return <ProposalsView facts={await readProposals(await searchParams)} />;
}
