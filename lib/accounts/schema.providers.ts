import { z } from "zod";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { canonicalDomain, email } from "@/lib/platform/text/email-address";
import { line, slug } from "@/lib/platform/text/schema";
import { isDomain, isIssuer } from "./rules.providers";

const bilingual = z.object({ en: z.string(), fr: z.string() });

/** An organization's own sign-in, as administrators see it. Its secret is never in an answer. */
export const provider = z.object({
  organization: z.object({ slug: z.string(), name: bilingual }),
  issuer: z.string(),
  clientId: z.string(),
  domains: z.array(z.string()),
  enabled: z.boolean(),
  /** Where the issuer sends people back to: to be entered over there. */
  callback: z.string(),
  /** False when AUTH_SECRET changed since: then the secret has to be entered anew. */
  secretReadable: z.boolean(),
  version: z.number().int(),
});
export type IdentityProvider = z.output<typeof provider>;
export const providerList = listOf(provider);
export const providersInput = z.strictObject(pageQuery);
export type ProvidersInput = z.output<typeof providersInput>;

export const removeProviderInput = z.strictObject({ slug });
export const providerInput = z.strictObject({
  slug,
  issuer: z.string().max(300).refine(isIssuer, "notAnIssuer"),
  clientId: line(300).min(1),
  /** Left out, it stays as it is. */
  secret: line(1_000).min(1).optional(),
  domains: z
    .array(
      z
        .string()
        .max(253)
        .refine((given) => isDomain(canonicalDomain(given) ?? ""), "notADomain")
        .overwrite((given) => canonicalDomain(given) ?? given),
    )
    .min(1)
    .max(20),
  enabled: z.boolean(),
});
export type ProviderInput = z.output<typeof providerInput>;
export const removedProvider = z.object({ removed: z.literal(true) });

export const providerLookupInput = z.strictObject({ email });
export type ProviderLookupInput = z.output<typeof providerLookupInput>;

/** The provider for an address's domain; the same whether the address has an account or not, so that none can be probed. */
export const providerLookup = z.object({
  provider: z.object({ start: z.string(), domain: z.string(), organization: bilingual }).nullable(),
});
export type ProviderLookup = z.output<typeof providerLookup>;
