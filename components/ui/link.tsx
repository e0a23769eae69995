import NextLink from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import type { Locale } from "@/lib/platform/i18n/routing";
import { type ButtonLook, buttonClass } from "./button";
import { ExternalLink as ExternalIcon } from "./icons";

export type LinkProps = Omit<ComponentProps<typeof NextLink>, "href" | "locale"> & {
  href: string;
  /** The language of the page it leads to, where that is not the reader's. */
  locale?: Locale;
};

const inLanguage = (href: string, locale: string) =>
  href.startsWith("/") ? `/${locale}${href.replace(/^\/(?=$|[?#])/, "")}` : href;

/** A place in Concerted, in the reader's language. Pages are fetched when asked for, not when a link is in sight. */
export function Link({ href, locale, ...rest }: LinkProps) {
  const own = useLocale();
  return <NextLink prefetch={false} {...rest} href={inLanguage(href, locale ?? own)} />;
}

export type ButtonLinkProps = LinkProps & ButtonLook & { icon?: ReactNode };

/** A step to another page that reads as an act. */
export function ButtonLink({ variant, small, wide, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={buttonClass({ variant, small, wide }, className)}>
      {icon}
      {children}
    </Link>
  );
}

/** Leaves Concerted: nothing about the page it came from goes along. */
export function ExternalLink({ children, ...rest }: ComponentProps<"a"> & { href: string }) {
  const t = useTranslations("ui");
  return (
    <a {...rest} rel="noreferrer external">
      {children}
      <ExternalIcon className="ml-1 inline size-3.5" role="img" aria-hidden="false" aria-label={t("elsewhere")} />
    </a>
  );
}
