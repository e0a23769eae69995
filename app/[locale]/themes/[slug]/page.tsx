import { getLocale } from "next-intl/server";
import { readChoice } from "@/components/positions/choose-rows";
import { readRegister } from "@/components/positions/register";
import { ThemeView } from "@/components/positions/theme-view";
import { readTheme } from "@/components/themes/theme";
import type { Query } from "@/lib/platform/address";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props) {
  const [{ theme }, locale] = await Promise.all([readTheme((await params).slug), getLocale()]);
  return { title: theme.title[locale] };
}

export default async function ThemePage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const { theme, others } = await readTheme(slug);
  const { q, stance, on } = readChoice(query);
  return (
    <ThemeView theme={theme} others={others} register={await readRegister({ theme: theme.slug, q, stance, on })} />
  );
}
