import {
  BookOpen,
  CalendarDays,
  CheckCheck,
  House,
  type Icon,
  MessageSquareQuote,
  Table2,
} from "@/components/ui/icons";

type NavigationKey = "home" | "positions" | "agreement" | "talkingPoints" | "briefings" | "library";
type NavigationEntry = {
  key: NavigationKey;
  href: string;
  icon: Icon;
  /** For people with an account: a visitor would only be asked to sign in. */
  withAccount?: boolean;
};

/** The nouns of the masthead, in order; the first four stand at the foot of a phone, the rest behind "More". */
export const navigation: readonly NavigationEntry[] = [
  { key: "home", href: "/", icon: House },
  { key: "positions", href: "/positions", icon: CheckCheck },
  { key: "agreement", href: "/agreement", icon: Table2 },
  { key: "talkingPoints", href: "/talking-points", icon: MessageSquareQuote, withAccount: true },
  { key: "briefings", href: "/briefings", icon: CalendarDays, withAccount: true },
  { key: "library", href: "/library", icon: BookOpen },
];
export const mobileTabs = 4;

/** About Concerted itself, in the footer. */
export const footerLinks = [
  { key: "accessibility", href: "/accessibility" },
  { key: "privacy", href: "/privacy" },
  { key: "glossary", href: "/glossary" },
  { key: "api", href: "/reference" },
  { key: "pages", href: "/more" },
] as const;

/** The library's rooms have addresses of their own. */
const underLibrary = ["/timeline", "/glossary", "/dilemmas", "/errata", "/people-and-bodies"];

const within = (place: string, path: string) => path === place || path.startsWith(`${place}/`);

/** Whether an entry is marked as current: home only on its own page, every other also on the pages below it. */
export const isCurrent = (place: string, path: string) => {
  if (place === "/") return path === "/";
  if (place === "/positions")
    return [place, "/themes", "/propositions", "/organizations"].some((it) => within(it, path));
  if (place === "/agreement") return within(place, path) || within("/studies", path);
  return within(place, path) || (place === "/library" && underLibrary.some((it) => within(it, path)));
};
