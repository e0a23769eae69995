import "server-only";
import { findOwnProvider } from "@/lib/accounts/read.providers";

/** Where the organization of whoever reads mail at this address signs its people in, and back to a page of ours; or null. */
export async function findOwnSignIn(email: string, next: string) {
  const { provider } = await findOwnProvider(email);
  return provider && { ...provider, href: `${provider.start}?${new URLSearchParams({ email, next })}` };
}
