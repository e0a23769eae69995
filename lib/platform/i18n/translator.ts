import "server-only";
import { createTranslator } from "use-intl/core";
import { messagesIn } from "./messages";
import type { Locale } from "./routing";

/** The product's words in a language, for what is written outside a page: files and mail. */
export const translatorIn = async (locale: Locale) => createTranslator({ locale, messages: await messagesIn(locale) });

export type Translator = Awaited<ReturnType<typeof translatorIn>>;
