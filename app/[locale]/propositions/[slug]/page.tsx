import { getLocale } from "next-intl/server";
import { cache } from "react";
import { readProposition } from "@/components/positions/proposition";
import { PropositionView } from "@/components/positions/proposition-view";

type Props = { params: Promise<{ slug: string }> };

const read = cache(readProposition);

export async function generateMetadata({ params }: Props) {
  const [{ proposition }, locale] = await Promise.all([read((await params).slug), getLocale()]);
  return { title: proposition.title[locale], description: proposition.statement[locale] };
}

export default async function PropositionPage({ params }: Props) {
  return <PropositionView facts={await read((await params).slug)} />;
}
