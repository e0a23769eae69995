import { NextRequest, NextResponse } from "next/server";
import createMiddleware from "next-intl/middleware";
import { routing } from "@/lib/platform/i18n/routing";

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

/** Pages only: the language in the address, the canonical host, and a script policy with a nonce of its own per page. */
export default function proxy(request: NextRequest) {
  const origin = new URL(process.env.APP_ORIGIN ?? `http://localhost:${process.env.PORT ?? 3000}`);
  const host = request.headers.get("host");
  // Sign-in cookies and passkeys belong to one name; a page under another name of this machine goes there first.
  if (host && host !== origin.host && /^(127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host)) {
    return NextResponse.redirect(new URL(request.nextUrl.pathname + request.nextUrl.search, origin));
  }
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const csp = policy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", csp);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  const response = localize(new NextRequest(request.url, { headers, method: request.method }));
  response.headers.set("content-security-policy", csp);
  response.headers.set("cache-control", "private, no-store");
  return response;
}

export const config = { matcher: ["/((?!api|_next|\\.well-known|.*\\..*).*)"] };
