import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { loadPosition } from "@/components/positions/load-position";
import { PositionView } from "@/components/positions/position-view";

type Props = {
  params: Promise<{ organization: string; proposition: string }>;
  searchParams: Promise<{ write?: string; before?: string }>;
};

const read = cache((organization: string, proposition: string, writing: boolean, before: string | undefined) =>
  loadPosition({ organization, proposition }, { writing, before }),
);

async function readPage({ params, searchParams }: Props) {
  const [{ organization, proposition }, { write, before }] = await Promise.all([params, searchParams]);
  return read(organization, proposition, write !== undefined, typeof before === "string" ? before : undefined);
}

export async function generateMetadata(props: Props) {
  const [facts, locale, t] = await Promise.all([readPage(props), getLocale(), getTranslations("positions")]);
  const { organization, proposition } = facts;
  return { title: t("titleOf", { organization: organization.short[locale], proposition: proposition.title[locale] }) };
}

export default async function PositionPage(props: Props) {
  return <PositionView facts={await readPage(props)} />;
}
