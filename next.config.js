import createNextIntlPlugin from "next-intl/plugin";
import { noDocument, onlySaved, securityHeaders } from "./lib/platform/http/security-headers.mjs";

// Pages get their Content-Security-Policy, with a nonce, from bin/server/web/page-headers.mjs.
const neverKept = { key: "Cache-Control", value: "private, no-store" };

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // A page's program is loaded when the page is first asked for: a node is ready sooner, and holds what it uses.
  experimental: { preloadEntriesOnStart: false },
  reactStrictMode: true,
  // No optimizer: its route would fetch addresses that a request names.
  images: { unoptimized: true },
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pino", "graphile-worker", "pg", "nodemailer", "write-excel-file", "pdfkit", "docx"],
  allowedDevOrigins: ["127.0.0.1"],
  // Addresses that people have kept; the query is carried over.
  redirects: () => [
    { source: "/:locale(en|fr)/agreement/list", destination: "/:locale/agreement/table", permanent: true },
    { source: "/:locale(en|fr)/agreement/lists", destination: "/:locale/agreement/categories", permanent: true },
    { source: "/:locale(en|fr)/agenda", destination: "/:locale/briefings/recommendations", permanent: true },
    {
      source: "/:locale(en|fr)/organizations/:slug/texts",
      destination: "/:locale/organizations/:slug/profile-history",
      permanent: true,
    },
  ],
  headers: () => [
    { source: "/:path*", headers: securityHeaders },
    { source: "/(_next|.well-known)/:path*", headers: [noDocument] },
    { source: "/api/:path*", headers: [noDocument, neverKept] },
    // Of two rules about one header the later one is sent.
    { source: "/api/:way(v1|rpc)/:path*/file", headers: [onlySaved] },
  ],
};

export default createNextIntlPlugin("./lib/api/i18n-request.ts")(config);
