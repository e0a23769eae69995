import { getTranslations } from "next-intl/server";
import { loadProposing } from "@/components/proposals/load-proposals";
import { ProposeView } from "@/components/proposals/propose-view";

export async function generateMetadata() {
  const t = await getTranslations("proposals.form");
  return { title: t("title") };
}

export default async function ProposePage() {
  return <ProposeView facts={await loadProposing()} />;
}
