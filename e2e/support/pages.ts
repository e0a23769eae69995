/** Every page of the product, by the folder it lives in, with an address that shows it. A test holds the list complete. */
export const pages: Record<string, string> = {
  "": "",
  accessibility: "accessibility",
  account: "account",
  "account/tokens": "account/tokens",
  agenda: "agenda",
  agreement: "agreement",
  "agreement/list": "agreement/list",
  dilemmas: "dilemmas",
  errata: "errata",
  glossary: "glossary",
  library: "library",
  "library/about": "library/about",
  more: "more",
  organizations: "organizations",
  "organizations/[slug]": "organizations/lac-aux-brumes",
  outbox: "outbox",
  "people-and-bodies": "people-and-bodies",
  positions: "positions",
  "positions/[organization]/[proposition]": "positions/driftwood/narrow-definition",
  privacy: "privacy",
  "propositions/[slug]": "propositions/narrow-definition",
  reference: "reference",
  "sign-in": "sign-in",
  "sign-in/confirm": "sign-in/confirm?token=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  "sign-in/ended": "sign-in/ended",
  "themes/[slug]": "themes/outreach",
  timeline: "timeline",
};

/** Pages that are not of the product: the pieces, for development; and what answers for no page at all. */
export const apart = ["components", "[...rest]"];
