"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { CommandPalette } from "@/components/ui/command-palette";
import { History, Search } from "@/components/ui/icons";
import type { PaletteGroup } from "@/components/ui/palette-list";
import { api } from "@/lib/api/client";
import { usePathname, useRouter } from "@/lib/platform/i18n/navigation";
import type { Found } from "@/lib/search/schema";
import { HereField } from "../layout/here-field";
import { signOutForm, useSearchActions } from "./search-actions";
import { listRecent } from "./search-recent";
import { FoundTitle, TypeIcon } from "./search-types";

type SearchPaletteProps = { open: boolean; onClose: () => void; whose: string; signOutHref: string };

/** What was typed, once the hand has rested for a moment. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), 150);
    return () => clearTimeout(timer);
  }, [text]);
  return text === "" ? "" : rested;
}

/** Search, acts and the last places, over any page. A question that is overtaken by the next is called off. */
export function SearchPalette({ open, onClose, whose, signOutHref }: SearchPaletteProps) {
  const t = useTranslations("search");
  const locale = useLocale();
  const router = useRouter();
  const path = usePathname();
  const [typed, setTyped] = useState("");
  const q = typed.trim();
  const asked = useRested(q);
  const { data, isError, isPlaceholderData } = useQuery(
    api.search.find.queryOptions({
      input: { q: asked },
      enabled: open && asked !== "",
      placeholderData: keepPreviousData,
      retry: false,
    }),
  );
  const stale = q !== asked || isPlaceholderData;
  const found = q === "" || isError ? undefined : data;
  const acts = useSearchActions({ signedIn: whose !== "", here: open ? path + window.location.search : path }, q);
  const results = useFoundGroups(found, q, stale);
  const recent = open && q === "" ? listRecent(whose, path, locale) : [];
  const groups: PaletteGroup[] = [
    { key: "do", title: t("do"), rows: acts },
    {
      key: "recent",
      title: t("recent"),
      rows: recent.map(({ href, title }) => ({ key: href, icon: <History />, title, end: t("page"), href })),
    },
    ...results,
  ];
  const close = () => {
    setTyped("");
    onClose();
  };
  const failed = q !== "" && !stale && isError;
  const none = !stale && found?.total === 0 && acts.length === 0;
  return (
    <>
      <CommandPalette
        open={open}
        onClose={close}
        label={t("label")}
        closeLabel={t("close")}
        value={typed}
        onValue={setTyped}
        maxLength={100}
        groups={groups}
        onEnter={() => {
          router.push(`/search?${new URLSearchParams({ q })}`);
          close();
        }}
        said={found && !stale ? t("found", { count: found.total }) : ""}
        note={failed ? t("failed") : none ? t("none") : undefined}
      />
      <form id={signOutForm} method="post" action={signOutHref} hidden>
        <input type="hidden" name="language" value={locale} />
        <HereField />
      </form>
    </>
  );
}

/** On a phone the heading has said what kind it is. */
const FoundKind = ({ name, note }: { name: string; note: string | null }) =>
  note ? (
    <>
      <span className="max-md:hidden">{name} </span>
      {note}
    </>
  ) : (
    name
  );

/** What was found, by type, and the way to all of it where that is more. */
function useFoundGroups(found: Found | undefined, q: string, stale: boolean): PaletteGroup[] {
  const t = useTranslations("search");
  const locale = useLocale();
  if (!found) return [];
  const groups = found.groups.map(({ type, items, total }) => ({
    key: type,
    title: t(`groups.${type}`),
    count: total > items.length ? t("some", { shown: items.length, total }) : undefined,
    rows: items.map((item, at) => ({
      key: `${type}-${at}`,
      icon: <TypeIcon type={type} />,
      title: <FoundTitle type={type} item={item} locale={locale} />,
      end: <FoundKind name={t(`types.${type}`)} note={item.note} />,
      href: item.href,
      stale,
    })),
  }));
  const shown = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  if (found.total <= shown) return groups;
  const title = t("all", { count: found.total });
  const href = `/search?${new URLSearchParams({ q })}`;
  return [...groups, { key: "all", rows: [{ key: "all", icon: <Search />, title, href, stale }] }];
}
