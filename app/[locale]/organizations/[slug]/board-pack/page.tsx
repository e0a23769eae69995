import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { requireAccount } from "@/components/accounts/require-account";
import { BoardPackView } from "@/components/board-pack/board-pack-view";
import { orNotFound } from "@/lib/api/or-not-found";
import { api } from "@/lib/api/server";

type Props = { params: Promise<{ slug: string }> };

const read = cache(async (slug: string) => {
  await requireAccount();
  return orNotFound(api.positions.pack({ slug }));
});

export async function generateMetadata({ params }: Props) {
  const [{ content }, locale, t] = await Promise.all([
    read((await params).slug),
    getLocale(),
    getTranslations("boardPack"),
  ]);
  return { title: t("titleOf", { organization: content.organization.short[locale] }) };
}

export default async function BoardPackPage({ params }: Props) {
  return <BoardPackView pack={await read((await params).slug)} />;
}
