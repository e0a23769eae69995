import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Messages } from "@/lib/platform/i18n/messages";
import { MoreWords } from "./more-words";

type Namespace = keyof Messages;
/** A namespace, or one part of it. */
export type WordsName = { [N in Namespace]: N | `${N}.${keyof Messages[N] & string}` }[Namespace];

/** Texts that only some pages say in the browser: they come with these pages, beside what every page has. */
export async function BringWords({ of, children }: { of: readonly WordsName[]; children: ReactNode }) {
  return <MoreWords messages={pickWords(await getMessages(), of)}>{children}</MoreWords>;
}

function pickWords(messages: Messages, names: readonly WordsName[]) {
  const picked: Record<string, object> = {};
  for (const name of names) {
    const [namespace = "", part] = name.split(".");
    const all: Record<string, unknown> = messages[namespace as Namespace];
    picked[namespace] = part ? { ...picked[namespace], [part]: all[part] } : all;
  }
  return picked;
}
