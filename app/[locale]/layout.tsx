import "../globals.css";
import { notFound } from "next/navigation";
import { hasLocale } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Document } from "@/components/layout/document";
import { routing } from "@/lib/platform/i18n/routing";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export async function generateMetadata() {
  const t = await getTranslations("layout");
  return { title: { default: "Concerted", template: "%s · Concerted" }, description: t("description") };
}

export default async function Layout({ children, params }: Props) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  return <Document locale={locale}>{children}</Document>;
}
