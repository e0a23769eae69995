import { redirect } from "next/navigation";
import { orNotFound } from "@/lib/api/or-not-found";
import { api } from "@/lib/api/server";
import { applicationIn } from "@/lib/organizations/rules.naming";
import { readHere } from "@/lib/platform/session/here";

/** The address of an organization as long as it applied leads on, once it is admitted, to the address that it has now. */
export async function leadToAdmitted(slug: string) {
  if (applicationIn(slug) === null) return;
  const { slug: now } = await orNotFound(api.organizations.get({ slug }));
  const here = await readHere();
  if (here && now !== slug) redirect(here.replace(slug, now));
}
