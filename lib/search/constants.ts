/** What can be found, in the order it is shown: the icon it is drawn with, and the page that lists all that bear the same words. */
export const foundTypes = {
  proposition: { icon: "quote", list: "/positions" },
  talkingPoint: { icon: "speech", list: "/talking-points" },
  briefing: { icon: "calendar", list: "/briefings" },
  theme: { icon: "layers", list: null },
  organization: { icon: "building", list: "/organizations" },
  recommendation: { icon: "list", list: "/briefings/recommendations" },
  timeline: { icon: "calendar", list: "/timeline" },
  library: { icon: "document", list: "/library" },
  glossary: { icon: "book", list: "/glossary" },
  dilemma: { icon: "signpost", list: "/dilemmas" },
} as const satisfies Record<string, { icon: string; list: string | null }>;

export type FoundType = keyof typeof foundTypes;
