import { getLocale } from "next-intl/server";
import { loadRegister } from "@/components/positions/load-register";
import { readRegisterQuery } from "@/components/positions/register-query";
import { ThemeView } from "@/components/positions/theme-view";
import { loadTheme } from "@/components/propositions/load-theme";
import type { Query } from "@/lib/platform/http/query-params";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props) {
  const [{ theme }, locale] = await Promise.all([loadTheme((await params).slug), getLocale()]);
  return { title: theme.title[locale] };
}

export default async function ThemePage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const { theme, others } = await loadTheme(slug);
  const { q, stance, on } = readRegisterQuery(query);
  return (
    <ThemeView theme={theme} others={others} register={await loadRegister({ theme: theme.slug, q, stance, on })} />
  );
}
