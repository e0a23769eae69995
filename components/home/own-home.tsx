import { getNow } from "next-intl/server";
import { ConvenerTasks } from "@/components/organizations/convener-tasks";
import { ProposalTasks } from "@/components/proposals/proposal-tasks";
import { api } from "@/lib/api/server";
import type { Viewer } from "@/lib/viewer/schema";
import { MemberHome } from "./member-home";
import { Notices } from "./notices";

/** Home for whoever acts in the network: what concerns them in person, then the tasks of their organizations. */
export async function OwnHome({ viewer }: { viewer: Viewer }) {
  const [home, { items: conflicts }] = await Promise.all([api.home.read({}), api.positions.conflicts({ limit: 5 })]);
  const { proposals, applications, offers, recoveries } = home.convening;
  const before = (
    <>
      <ConvenerTasks applications={applications} offers={offers} recoveries={recoveries} />
      <ProposalTasks proposals={proposals} />
      <Notices viewer={viewer} conflicts={conflicts} />
    </>
  );
  return <MemberHome home={home} now={await getNow()} before={before} />;
}
