import { toWord } from "./canary/canaries";
import { pages } from "./page-list";
import type { Attacked } from "./servers/attack-server";

/** A page's address in a language. */
export const inLanguage = (locale: "en" | "fr", at: string) => (at ? `/${locale}/${at}` : `/${locale}`);

/** Every page of the product, and each on which something was planted. */
export function addressesOf({ planted }: Attacked): string[] {
  const { organizations, propositions, places } = planted;
  return [
    ...Object.values(pages),
    ...[...organizations, toWord("quiet", "slug"), toWord("applied", "slug")].map((slug) => `organizations/${slug}`),
    ...propositions.map((slug) => `propositions/${slug}`),
    ...places.map(({ organization, proposition }) => `positions/${organization}/${proposition}`),
    ...["canary-kept", "canary-beside"].map((slug) => `positions/canary-owner/${slug}?write=1`),
    "themes/canary-theme",
    "agreement?theme=canary-theme",
    "agreement/table?theme=canary-theme",
    "organizations?q=cnry",
    "search?q=cnry",
    "positions?organization=canary-owner",
  ];
}

/** What a browser of our own asks with when it moves between pages, and what an attacker may ask with instead. */
export const manners: Record<string, { headers: Record<string, string>; query?: string }> = {
  "as a page": { headers: {} },
  "as a move between pages": { headers: { rsc: "1" }, query: "_rsc=1" },
};

/** Ways of writing an address that lead to no page, or to one by a back way. */
export const backWays = [
  "/en/a.b",
  "/a.b",
  "/robots.txt",
  "/apiary",
  "/_nextfoo",
  "/_next/nothing",
  "/.well-known/nothing",
  "/en/positions/canary-owner/canary-kept.json",
  "/en/positions/canary-owner/canary-kept/",
  "/en/positions/canary-owner%2Fcanary-kept",
  "/en/positions/canary-owner/%2e%2e/canary-owner/canary-kept",
  "/en//positions//canary-owner//canary-kept",
  "/EN/positions/canary-owner/canary-kept",
  "/en/Positions/Canary-Owner/canary-kept",
  "/favicon.svg/../en/positions/canary-owner/canary-kept",
  "/_next/static/../../en/positions/canary-owner/canary-kept",
  "/en/%2F%2Fevil.example",
  "/%2F%2Fevil.example/en",
  "//evil.example/en",
  "/\\evil.example/en",
  "/en/\\evil.example",
  "/%5Cevil.example",
  "/en/%09/evil.example",
  "http://evil.example/en",
  "https://evil.example//en",
  "/en/%E0%A4%A",
  "/%",
  "/en/organizations/%00",
  "/.env",
  "/.next/routes-manifest.json",
  "/_next/static/..%2f..%2fserver%2fapp-paths-manifest.json",
  "/..%2f..%2f..%2fetc%2fpasswd",
  "/api/nothing",
  "/api/v1/..;/tokens",
  "/api/v1/%2e%2e/%2e%2e/en",
];

export const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "CONNECT"];

/** Values that no field of an address was made for. */
export const nasty = [
  "%00",
  "%ED%A0%80",
  "%E2%80%AEx",
  "a".repeat(400),
  "%25",
  "'--",
  "[]",
  "{}",
  "-1",
  "1e9",
  "%F0%9F",
  "..%2f..",
];
