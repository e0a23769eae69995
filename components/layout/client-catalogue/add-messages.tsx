"use client";

import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { type ReactNode, useMemo } from "react";

type MessageTree = Record<string, object>;

/** What is brought stands beside what was there, part by part: a page may bring one part and something within it another. */
export function AddMessages({ messages, children }: { messages: MessageTree; children: ReactNode }) {
  const outer: MessageTree = useMessages();
  const both = useMemo(() => {
    const added = Object.entries(messages).map(([name, parts]) => [name, { ...outer[name], ...parts }] as const);
    return { ...outer, ...Object.fromEntries(added) };
  }, [outer, messages]);
  return (
    <NextIntlClientProvider locale={useLocale()} messages={both}>
      {children}
    </NextIntlClientProvider>
  );
}
