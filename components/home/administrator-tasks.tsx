import { ConvenerTasks } from "@/components/organizations/convener-tasks";
import { api } from "@/lib/api/server";

/** What waits for somebody who administers and belongs to no organization. */
export async function AdministratorTasks() {
  const { convening } = await api.home.read({});
  const { applications, offers, recoveries } = convening;
  return <ConvenerTasks applications={applications} offers={offers} recoveries={recoveries} />;
}
