import { useLocale, useTranslations } from "next-intl";
import {
  CalendarPlus,
  CheckCheck,
  Keyboard,
  Languages,
  ListTodo,
  LogIn,
  LogOut,
  MessageSquareQuote,
  Moon,
  Sun,
  Table2,
} from "@/components/ui/icons";
import type { PaletteRow } from "@/components/ui/palette-list";
import { hereIn, signInHref } from "@/lib/platform/i18n/sign-in-href";
import { matchesAllWords } from "@/lib/platform/text/fold";
import { keepTheme } from "../ui/theme-switch";
import { isSlashOn, turnSlash } from "./search-keys";

type SearchAction = PaletteRow & { title: string; also: string };

export const signOutForm = "search-sign-out";

type ActsFor = {
  signedIn: boolean;
  /** The page that is open, with its query. */
  here: string;
};

/** What can be done from anywhere, by this reader, that what is typed names. */
export function useSearchActions({ signedIn, here }: ActsFor, q: string): PaletteRow[] {
  const t = useTranslations("search");
  const locale = useLocale();
  const other = locale === "en" ? "fr" : "en";
  const slash = isSlashOn();
  const record: SearchAction = {
    key: "record",
    icon: <CheckCheck />,
    title: t("acts.record"),
    also: t("also.record"),
    href: "/positions",
  };
  const point: SearchAction = {
    key: "point",
    icon: <MessageSquareQuote />,
    title: t("acts.point"),
    also: t("also.point"),
    href: "/talking-points/propose",
  };
  const briefing: SearchAction = {
    key: "briefing",
    icon: <CalendarPlus />,
    title: t("acts.briefing"),
    also: t("also.briefing"),
    href: "/briefings/plan",
  };
  const acts: SearchAction[] = [
    ...(signedIn ? [record] : []),
    {
      key: "agreement",
      icon: <Table2 />,
      title: t("acts.agreement"),
      also: t("also.agreement"),
      href: "/agreement",
    },
    {
      key: "agenda",
      icon: <ListTodo />,
      title: t("acts.agenda"),
      also: t("also.agenda"),
      href: "/briefings/recommendations",
    },
    ...(signedIn ? [point, briefing] : []),
    {
      key: "language",
      icon: <Languages />,
      title: other === "fr" ? "Français" : "English",
      lang: other,
      also: t("also.language"),
      href: hereIn(other, here),
      locale: other,
    },
    {
      key: "light",
      icon: <Sun />,
      title: t("acts.light"),
      also: t("also.appearance"),
      onChoose: () => keepTheme("light"),
    },
    {
      key: "dark",
      icon: <Moon />,
      title: t("acts.dark"),
      also: t("also.appearance"),
      onChoose: () => keepTheme("dark"),
    },
    {
      key: "slash",
      icon: <Keyboard />,
      title: t(slash ? "acts.slashOff" : "acts.slashOn"),
      also: t("also.slash"),
      onChoose: () => turnSlash(!slash),
    },
    signedIn
      ? { key: "sign-out", icon: <LogOut />, title: t("acts.signOut"), also: t("also.signOut"), form: signOutForm }
      : {
          key: "sign-in",
          icon: <LogIn />,
          title: t("acts.signIn"),
          also: t("also.signIn"),
          href: signInHref(locale, here),
        },
  ];
  return acts
    .filter(({ title, also }) => matchesAllWords(q, [title, also]))
    .map(({ also, ...row }) => ({ ...row, end: t("action") }));
}
