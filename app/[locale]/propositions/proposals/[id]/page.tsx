import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { loadProposal } from "@/components/proposals/load-proposals";
import { ProposalView } from "@/components/proposals/proposal-view";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ write?: string | string[] }> };

const read = cache(loadProposal);

async function readPage({ params, searchParams }: Props) {
  const [{ id }, { write }] = await Promise.all([params, searchParams]);
  return read(id, write !== undefined);
}

export async function generateMetadata(props: Props) {
  const t = await getTranslations("proposals.list");
  const [{ proposal }, locale] = await Promise.all([readPage(props), getLocale()]);
  return { title: pickLanguage(proposal.title, locale)?.text ?? t("untitled") };
}

export default async function ProposalPage(props: Props) {
  return <ProposalView facts={await readPage(props)} />;
}
