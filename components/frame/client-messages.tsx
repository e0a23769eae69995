import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Texts for what runs in the browser: these namespaces, not the whole product's. */
export async function ClientMessages({ children }: { children: ReactNode }) {
  const { access, ui, stances, positions, people, shell } = await getMessages();
  const { search } = shell;
  return (
    <NextIntlClientProvider messages={{ access, ui, stances, positions, people, shell: { search } }}>
      {children}
    </NextIntlClientProvider>
  );
}
