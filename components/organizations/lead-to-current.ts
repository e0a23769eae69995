import { redirect } from "next/navigation";
import { readHere } from "@/lib/platform/session/here";

/** An organization's address from before it was admitted, or from before addresses were made then, leads on to the one of now. */
export async function leadToCurrent({ slug }: { slug: string }, asked: string) {
  if (slug === asked) return;
  const here = await readHere();
  if (here) redirect(here.replace(`/organizations/${asked}`, `/organizations/${slug}`));
}
