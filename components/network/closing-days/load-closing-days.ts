import { notFound } from "next/navigation";
import { requireAccount } from "@/components/accounts/require-account";
import { orNotFound } from "@/lib/api/or-not-found";
import { api } from "@/lib/api/server";
import { closingDaysInput } from "@/lib/network/schema.closing-days";

export type ClosingDaysQuery = { year?: string | string[] };

/** The closing days of the year that the address names; of this one where it names none that there is. */
export async function loadClosingDays({ year }: ClosingDaysQuery) {
  await requireAccount();
  const asked = closingDaysInput.safeParse(year ? { year } : {});
  return orNotFound(api.administration.closingDays(asked.success ? asked.data : {}));
}

/** The same for whoever may change them. */
export async function loadKeeping(query: ClosingDaysQuery) {
  const found = await loadClosingDays(query);
  if (!found.viewer.mayChange) notFound();
  return found;
}
