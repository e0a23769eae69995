import { notFound } from "next/navigation";
import { getViewer } from "@/lib/api/server";
import { requireAccount } from "./require-account";

/** A page for administrators: a visitor signs in first; to everybody else it is not there. */
export async function requireAdministrator() {
  await requireAccount();
  if (!(await getViewer()).administrator) notFound();
}
