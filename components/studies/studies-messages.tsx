import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Texts for what runs in the browser on these pages, which no other page needs. */
export async function StudiesMessages({ children }: { children: ReactNode }) {
  const { studies, ui } = await getMessages();
  return <NextIntlClientProvider messages={{ studies, ui }}>{children}</NextIntlClientProvider>;
}
