import createNextIntlPlugin from "next-intl/plugin";

const always = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), browsing-topics=()" },
  { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
];

// Pages get their Content-Security-Policy, with a nonce, from proxy.ts; what the API answers is never a document.
const api = [
  { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'; base-uri 'none'" },
  { key: "Cache-Control", value: "private, no-store" },
];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // No optimizer: its route would fetch addresses that a request names.
  images: { unoptimized: true },
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pino", "graphile-worker", "pg", "nodemailer"],
  allowedDevOrigins: ["127.0.0.1"],
  headers: () => [
    { source: "/:path*", headers: always },
    { source: "/api/:path*", headers: api },
  ],
};

export default createNextIntlPlugin("./lib/platform/i18n/request.ts")(config);
