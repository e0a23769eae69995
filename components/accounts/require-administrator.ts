import { notFound } from "next/navigation";
import { getViewer } from "@/lib/api/server";
import { requireAccount } from "./require-account";

/** A page for administrators: a visitor signs in first; to everybody else it is not there. */
export async function requireAdministrator(path: string) {
  await requireAccount(path);
  if (!(await getViewer()).administrator) notFound();
}
