import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Texts for the forms about who acts for whom: on their pages alone, so that no other page carries them. */
export async function ActingMessages({ children }: { children: ReactNode }) {
  const { acting, ui, stances, positions } = await getMessages();
  const { standing, problem } = positions;
  return (
    <NextIntlClientProvider messages={{ acting, ui, stances, positions: { standing, problem } }}>
      {children}
    </NextIntlClientProvider>
  );
}
