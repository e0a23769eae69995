import { notFound } from "next/navigation";
import { api } from "@/lib/api/server";

/** One theme among all of them, which the page shows too. */
export async function loadTheme(slug: string) {
  const { items } = await api.themes.list({});
  const theme = items.find((it) => it.slug === slug);
  if (!theme) notFound();
  return { theme, others: items.filter((it) => it.slug !== slug) };
}
