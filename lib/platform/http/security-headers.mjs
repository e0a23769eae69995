/** What every answer says, whoever gives it: pages, programs, files, refusals. Plain JavaScript, since the build reads it. */
export const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), browsing-topics=()" },
  { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
];

/** What is no page is never a document, wherever a browser meets it. Pages have a policy of their own, with a nonce. */
export const noDocument = {
  key: "Content-Security-Policy",
  value: "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
};

/** The same for a file that people brought: wherever it is met, it has no right at all. Its address ends in `/file`. */
export const onlySaved = { ...noDocument, value: `sandbox; ${noDocument.value}` };
