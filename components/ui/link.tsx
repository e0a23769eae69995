import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { inLanguage, keepsScroll } from "@/lib/platform/i18n/inner-link";
import type { Locale } from "@/lib/platform/i18n/routing";
import { type ButtonStyle, buttonClass } from "./button";
import { ExternalLink as ExternalIcon } from "./icons";

export type LinkProps = ComponentProps<"a"> & {
  href: string;
  /** The language of the page it leads to, where that is not the reader's. */
  locale?: Locale;
  /** False keeps the place on the page: it is the same page, differently asked for. */
  scroll?: boolean;
};

/** A place in Concerted, in the reader's language: plain markup, which one listener of the frame follows without leaving the page. */
export function Link({ href, locale, scroll = true, ...rest }: LinkProps) {
  const own = useLocale();
  return <a {...rest} {...(!scroll && { [keepsScroll]: "" })} href={inLanguage(href, locale ?? own)} />;
}

type ButtonLinkProps = LinkProps & ButtonStyle & { icon?: ReactNode };

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
