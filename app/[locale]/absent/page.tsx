import { headers } from "next/headers";
import { notFound } from "next/navigation";
import NotFound from "../not-found";

/** What stands where nothing is. Only the server's own front leads here, for an address that turned out to be none. */
export default async function AbsentPage() {
  if (!(await headers()).has("x-concerted-absent")) notFound();
  return <NotFound />;
}
