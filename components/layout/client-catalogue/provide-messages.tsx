import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Messages } from "@/lib/platform/i18n/messages";
import { AddMessages } from "./add-messages";

type Namespace = keyof Messages;
/** A namespace, one part of it, or with `.*` its own lines without its parts. */
type MessagesName = { [N in Namespace]: N | `${N}.*` | `${N}.${keyof Messages[N] & string}` }[Namespace];

/** Texts that only some pages say in the browser: they come with these pages, beside what every page has. */
export async function ProvideMessages({ of, children }: { of: readonly MessagesName[]; children: ReactNode }) {
  return <AddMessages messages={pickMessages(await getMessages(), of)}>{children}</AddMessages>;
}

function pickMessages(messages: Messages, names: readonly MessagesName[]) {
  const picked: Record<string, object> = {};
  for (const name of names) {
    const [namespace = "", part] = name.split(".");
    const all: Record<string, unknown> = messages[namespace as Namespace];
    if (part === "*") picked[namespace] = { ...picked[namespace], ...linesOf(all) };
    else picked[namespace] = part ? { ...picked[namespace], [part]: all[part] } : all;
  }
  return picked;
}

const linesOf = (all: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(all).filter(([, line]) => typeof line === "string"));
