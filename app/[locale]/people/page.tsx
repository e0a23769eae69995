import { getTranslations } from "next-intl/server";
import { requireAccount } from "@/components/accounts/require-account";
import { DirectoryView, directorySize } from "@/components/organizations/directory-view";
import { orNotFound } from "@/lib/api/or-not-found";
import { api } from "@/lib/api/server";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("membership.directory");
  return { title: t("title") };
}

export default async function DirectoryPage({ searchParams }: Props) {
  await requireAccount();
  const given = await searchParams;
  const [q, cursor] = [given.q, given.cursor].map((it) => [it].flat()[0] || undefined);
  const page = { limit: directorySize, ...(q && { q }), ...(cursor && { cursor }) };
  return (
    <DirectoryView people={await orNotFound(api.organizations.people.directory(page))} q={q} later={Boolean(cursor)} />
  );
}
