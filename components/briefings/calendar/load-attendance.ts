import { ORPCError } from "@orpc/server";
import { notFound } from "next/navigation";
import { orNotFound } from "@/lib/api/or-not-found";
import { api } from "@/lib/api/server";

/** Who comes, as far as this page of the list; for whoever does not host the meeting there is no such page. */
export async function loadAttendance(slug: string, cursor: string | undefined) {
  const page = { limit: 50, ...(typeof cursor === "string" ? { cursor } : {}) };
  const list = await orNotFound(api.briefings.calendar.attendance.list({ id: slug, ...page })).catch(
    (error: unknown) => {
      if (error instanceof ORPCError && error.status === 403) notFound();
      throw error;
    },
  );
  return { slug, list, first: !page.cursor };
}
