import { api, getViewer } from "@/lib/api/server";
import { isConvener } from "@/lib/viewer/rules";
import { loadApplications } from "./load-applications";

/** What waits for those who convene, or are asked to. Asked for only where somebody could be concerned. */
export async function loadConvenerTasks() {
  const viewer = await getViewer();
  const [applications, { offers }] = await Promise.all([
    isConvener(viewer) ? loadApplications() : null,
    api.convening.get({}),
  ]);
  return { applications: applications ?? [], offers };
}
