import { getNow } from "next-intl/server";
import { ConvenerDebts } from "@/components/organizations/convener-debts";
import { readConvenerDebts } from "@/components/organizations/convener-facts";
import { ProposalDebts } from "@/components/proposals/proposal-debts";
import { readProposalDebts } from "@/components/proposals/proposal-facts";
import { api } from "@/lib/api/server";
import type { Viewer } from "@/lib/platform/viewer";
import { MemberHome } from "./member-home";
import { OwnNotices } from "./own-notices";

/** Home for whoever acts in the network: what concerns them in person, then what their organizations owe. */
export async function OwnHome({ viewer }: { viewer: Viewer }) {
  const [home, debts, proposals, { items: conflicts }] = await Promise.all([
    api.home.read({}),
    readConvenerDebts(),
    readProposalDebts(),
    api.positions.conflicts({ limit: 5 }),
  ]);
  const before = (
    <>
      <ConvenerDebts {...debts} />
      <ProposalDebts proposals={proposals} />
      <OwnNotices viewer={viewer} conflicts={conflicts} />
    </>
  );
  return <MemberHome home={home} now={await getNow()} before={before} />;
}
