"use client";

import { useLocale, useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { Link } from "@/components/ui/link";
import { usePathname, useRouter } from "@/lib/platform/i18n/navigation";
import { isApple, opensSearch } from "./search-keys";
import type { SearchPalette } from "./search-palette";
import { keepVisit } from "./search-recent";

type SearchButtonProps = {
  icon: ReactNode;
  /** Tells one reader from another in this tab; empty for a visitor. */
  whose: string;
  signOutHref: string;
};

const load = () => import("./search-palette");
const never = () => () => undefined;

/** A link to the search page, which opens the palette instead where there is script. The palette itself comes when it is asked for. */
export function SearchButton({ icon, whose, signOutHref }: SearchButtonProps) {
  const t = useTranslations("search");
  const locale = useLocale();
  const path = usePathname();
  const router = useRouter();
  const [Palette, setPalette] = useState<typeof SearchPalette | null>(null);
  const [open, setOpen] = useState(false);
  const apple = useSyncExternalStore(never, isApple, () => false);

  useEffect(() => keepVisit(whose, path, locale), [whose, path, locale]);

  const show = useCallback(() => {
    const found = (module: { SearchPalette: typeof SearchPalette }) => {
      setPalette(() => module.SearchPalette);
      setOpen(true);
    };
    load().then(found, () => router.push("/search"));
  }, [router]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!opensSearch(event)) return;
      event.preventDefault();
      show();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [show]);

  const click = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show();
  };
  return (
    <>
      <Link
        href="/search"
        className="find"
        aria-haspopup="dialog"
        onClick={click}
        onPointerEnter={() => void load().catch(() => undefined)}
      >
        {icon}
        <span className="find-word">{t("open")}</span>
        <kbd>{apple ? "⌘ K" : "Ctrl K"}</kbd>
      </Link>
      {Palette && <Palette open={open} onClose={() => setOpen(false)} whose={whose} signOutHref={signOutHref} />}
    </>
  );
}
