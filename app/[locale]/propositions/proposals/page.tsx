import { getTranslations } from "next-intl/server";
import { loadProposals } from "@/components/proposals/load-proposals";
import { ProposalsView } from "@/components/proposals/proposals-view";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("proposals.list");
  return { title: t("title") };
}

export default async function ProposalsPage({ searchParams }: Props) {
  return <ProposalsView facts={await loadProposals(await searchParams)} />;
}
