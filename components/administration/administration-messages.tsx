import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Texts for the forms of these pages, which no other page needs in the browser. */
export async function AdministrationMessages({ children }: { children: ReactNode }) {
  const { access, administration, ui } = await getMessages();
  return <NextIntlClientProvider messages={{ access, administration, ui }}>{children}</NextIntlClientProvider>;
}
