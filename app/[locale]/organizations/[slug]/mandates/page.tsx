import { getTranslations } from "next-intl/server";
import { requireAccount } from "@/components/accounts/require-account";
import { loadMandates } from "@/components/mandates/load-mandates";
import { MandatesView } from "@/components/mandates/mandates-view";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ on?: string | string[] }> };

export async function generateMetadata() {
  const t = await getTranslations("mandates.list");
  return { title: t("title") };
}

export default async function MandatesPage({ params, searchParams }: Props) {
  const [{ slug }, { on }] = await Promise.all([params, searchParams]);
  const day = [on].flat()[0];
  await requireAccount();
  return <MandatesView {...(await loadMandates(slug, day || undefined))} />;
}
