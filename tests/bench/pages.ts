import type { World } from "./world";

/** Pages whose weight is told: as a member gets them, and the one for who is not signed in. */
export const toPages = ({ organization, proposition, cookie }: World) => [
  { path: "/en/agreement", cookie, most: 220 },
  { path: "/en/agreement/table", cookie, most: 220 },
  { path: `/en/propositions/${proposition}`, cookie, most: 200 },
  { path: `/en/positions/${organization}/${proposition}`, cookie, most: 200 },
  { path: `/en/positions/${organization}/${proposition}?write=1`, cookie, most: 200 },
  { path: "/en/positions", cookie, most: 200 },
  { path: "/en", cookie, most: 200 },
  { path: "/en/briefings/recommendations", cookie, most: 200 },
  { path: "/en/library", cookie, most: 200 },
  { path: "/en/account/tokens", cookie, most: 200 },
  { path: "/en/sign-in", cookie: null, most: 200 },
];
