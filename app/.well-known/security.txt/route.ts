import { env } from "@/lib/platform/env";

export const dynamic = "force-dynamic";

/** Where to report a weakness (RFC 9116). Renewed with every day, so that it never expires while the server runs. */
export function GET() {
  const inAYear = new Date(Date.now() + 360 * 24 * 60 * 60_000);
  inAYear.setUTCHours(0, 0, 0, 0);
  const { origin, securityContact } = env();
  const lines = [
    `Contact: ${securityContact ?? `${origin}/en/privacy`}`,
    `Expires: ${inAYear.toISOString()}`,
    "Preferred-Languages: en, fr",
    `Canonical: ${origin}/.well-known/security.txt`,
  ];
  return new Response(`${lines.join("\n")}\n`, { headers: { "content-type": "text/plain; charset=utf-8" } });
}
