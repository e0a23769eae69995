import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Texts for the forms of proposing and rewording: on their pages alone, so that no other page carries them. */
export async function ProposalMessages({ children }: { children: ReactNode }) {
  const { proposals, ui, positions } = await getMessages();
  return <NextIntlClientProvider messages={{ proposals, ui, positions }}>{children}</NextIntlClientProvider>;
}
