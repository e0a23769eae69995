import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { readPlace } from "@/components/positions/place";
import { PlaceView } from "@/components/positions/place-view";

type Props = {
  params: Promise<{ organization: string; proposition: string }>;
  searchParams: Promise<{ write?: string; before?: string }>;
};

const read = cache(async (organization: string, proposition: string, before: string | undefined) =>
  readPlace({ organization, proposition }, before),
);

async function readPage({ params, searchParams }: Props) {
  const [{ organization, proposition }, { before }] = await Promise.all([params, searchParams]);
  return read(organization, proposition, typeof before === "string" ? before.slice(0, 200) : undefined);
}

export async function generateMetadata(props: Props) {
  const [facts, locale, t] = await Promise.all([readPage(props), getLocale(), getTranslations("positions")]);
  const { organization, proposition } = facts;
  return { title: t("titleOf", { organization: organization.short[locale], proposition: proposition.title[locale] }) };
}

export default async function PositionPage(props: Props) {
  const [facts, { write }] = await Promise.all([readPage(props), props.searchParams]);
  return <PlaceView facts={facts} writing={write !== undefined} />;
}
