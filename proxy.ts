import { NextRequest, NextResponse } from "next/server";
import createMiddleware from "next-intl/middleware";
import { locales, routing } from "@/lib/platform/i18n/routing";

const localize = createMiddleware(routing);
const development = process.env.NODE_ENV === "development";

const policy = (nonce: string) =>
  [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' 'unsafe-inline'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

/** The language that an address begins with, written as we write it. */
const localeIn = (pathname: string) =>
  locales.find((locale) => pathname === `/${locale}` || pathname.startsWith(`/${locale}/`));

/** The address as a page of this one: whatever else it says, its host is ours. */
function moveTo(origin: URL, { pathname, search }: URL) {
  const there = new URL(origin);
  there.pathname = pathname;
  there.search = search;
  return NextResponse.redirect(there);
}

/** Pages only: the language in the address, the canonical host, and a script policy with a nonce of its own per page. */
export default function proxy(request: NextRequest) {
  // A page is read. What changes something goes to the API, where it is checked.
  if (request.method !== "GET" && request.method !== "HEAD")
    return new NextResponse(null, {
      status: 405,
      headers: { allow: "GET, HEAD", "cache-control": "private, no-store" },
    });
  const origin = new URL(process.env.APP_ORIGIN ?? `http://localhost:${process.env.PORT ?? 3000}`);
  const host = request.headers.get("host");
  // Sign-in cookies and passkeys belong to one name; a page under another name of this machine goes there first.
  if (host && host !== origin.host && /^(127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host))
    return moveTo(origin, request.nextUrl);
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const csp = policy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", csp);
  // The page of what is not there stands at whatever address was asked for; only our own server says so.
  headers.set("x-path", headers.get("x-concerted-absent") ?? request.nextUrl.pathname + request.nextUrl.search);
  const locale = localeIn(request.nextUrl.pathname);
  // Said as next-intl's own middleware would, which has nothing else to do where the language stands in the address.
  if (locale) headers.set("x-next-intl-locale", locale);
  const response = locale
    ? NextResponse.next({ request: { headers } })
    : localize(new NextRequest(request.url, { headers, method: request.method }));
  response.headers.set("content-security-policy", csp);
  response.headers.set("cache-control", "private, no-store");
  return response;
}

// Everything but programs, what Next and well-known addresses hold, and the files of `public`: an address that is no page is
// answered by a page too, with the reader's name on it, and that page needs its policy as much. A test holds this list.
export const config = {
  matcher: ["/((?!api(?:/|$)|_next/|\\.well-known/|favicon\\.svg$|icon-180\\.png$).*)"],
};
