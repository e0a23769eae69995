import { getLocale } from "next-intl/server";
import { cache } from "react";
import { readOn } from "@/components/positions/on";
import { readProposition } from "@/components/positions/proposition";
import { PropositionView } from "@/components/positions/proposition-view";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ on?: string | string[] }> };

const read = cache(readProposition);

async function readPage({ params, searchParams }: Props) {
  const [{ slug }, { on }] = await Promise.all([params, searchParams]);
  return read(slug, readOn(on));
}

export async function generateMetadata(props: Props) {
  const [{ proposition }, locale] = await Promise.all([readPage(props), getLocale()]);
  return { title: proposition.title[locale], description: proposition.statement[locale] };
}

export default async function PropositionPage(props: Props) {
  return <PropositionView facts={await readPage(props)} />;
}
