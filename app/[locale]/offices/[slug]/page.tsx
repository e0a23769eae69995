import { getLocale } from "next-intl/server";
import { cache } from "react";
import { loadOffice } from "@/components/offices/load-offices";
import { OfficeView } from "@/components/offices/office-view";
import type { PageQuery } from "@/components/talking-points/talking-points-query";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<PageQuery> };

const read = cache(async (params: Props["params"], searchParams: Props["searchParams"]) =>
  loadOffice((await params).slug, await searchParams),
);

export async function generateMetadata({ params, searchParams }: Props) {
  const [{ office }, locale] = await Promise.all([read(params, searchParams), getLocale()]);
  return { title: office.title[locale] };
}

export default async function OfficePage({ params, searchParams }: Props) {
  return <OfficeView facts={await read(params, searchParams)} />;
}
