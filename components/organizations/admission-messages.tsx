import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Texts for the forms of joining and leaving: on their pages alone, so that no other page carries them. */
export async function AdmissionMessages({ children }: { children: ReactNode }) {
  const { admission, ui, positions } = await getMessages();
  return <NextIntlClientProvider messages={{ admission, ui, positions }}>{children}</NextIntlClientProvider>;
}
