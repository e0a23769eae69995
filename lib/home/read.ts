import "server-only";
import type { Viewer } from "@/lib/platform/viewer";
import type { Home } from "./schema";

export async function readHome(_: Viewer): Promise<Home> {
  return { organizations: [], since: { lastHere: null, total: 0, items: [] } };
}
