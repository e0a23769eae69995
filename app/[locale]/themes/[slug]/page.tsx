import { getLocale } from "next-intl/server";
import { readRegister } from "@/components/positions/register";
import { ThemeView } from "@/components/positions/theme-view";
import { readTheme } from "@/components/themes/theme";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props) {
  const [{ theme }, locale] = await Promise.all([readTheme((await params).slug), getLocale()]);
  return { title: theme.title[locale] };
}

export default async function ThemePage({ params }: Props) {
  const { theme, others } = await readTheme((await params).slug);
  const register = await readRegister({ theme: theme.slug });
  return <ThemeView theme={theme} others={others} register={register} />;
}
