import { getTranslations } from "next-intl/server";
import { requireAccount } from "@/components/accounts/require-account";
import { RecoveryView } from "@/components/mandates/recovery-view";
import { orNotFound } from "@/lib/api/or-not-found";
import { api, getViewer } from "@/lib/api/server";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  const t = await getTranslations("mandates.recovery");
  return { title: t("title") };
}

export default async function RecoveryPage({ params }: Props) {
  const { slug } = await params;
  await requireAccount();
  const [state, viewer] = await Promise.all([orNotFound(api.organizations.recovery.get({ slug })), getViewer()]);
  return <RecoveryView state={state} self={viewer.personId ?? ""} />;
}
