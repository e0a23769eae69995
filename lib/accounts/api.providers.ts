import { committing, publicProcedure, requireIfMatch, setETag, signedIn } from "@/lib/viewer/api.procedure";
import { findProviderByAddress, listProviders } from "./read.providers";
import {
  provider,
  providerInput,
  providerList,
  providerLookup,
  providerLookupInput,
  providersInput,
  removedProvider,
  removeProviderInput,
} from "./schema.providers";
import { configureProvider, removeProvider } from "./write.providers";

const tags = ["Sign-in by organization"];
const at = "/organizations/{slug}/identity-provider" as const;

export const providers = {
  list: signedIn
    .route({
      method: "GET",
      path: "/identity-providers",
      summary: "Organizations’ own sign-ins, for administrators",
      tags,
    })
    .input(providersInput)
    .output(providerList)
    .handler(({ input, context }) => listProviders(context.viewer, input, context.language)),
  configure: committing
    .route({
      method: "PUT",
      path: at,
      summary: "Set up an organization’s own sign-in; If-Match, or If-None-Match: * for a first one",
      tags,
    })
    .input(providerInput)
    .output(provider)
    .handler(async ({ input, context }) => {
      const expected = context.ifNoneMatch ? null : requireIfMatch(context);
      const now = await configureProvider(context.viewer, input, expected);
      return setETag(context, now.version, now);
    }),
  remove: committing
    .route({ method: "DELETE", path: at, summary: "Remove an organization’s own sign-in; links by mail stay", tags })
    .input(removeProviderInput)
    .output(removedProvider)
    .handler(({ input, context }) => removeProvider(context.viewer, input.slug)),
  findWay: publicProcedure
    .route({
      method: "POST",
      path: "/sign-in-ways",
      summary:
        "The way in of the listed organization that an address’s domain belongs to; nothing is said of the address",
      tags,
    })
    .input(providerLookupInput)
    .output(providerLookup)
    .handler(({ input, context }) => findProviderByAddress(context.viewer, input)),
};
