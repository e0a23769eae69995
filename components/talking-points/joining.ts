import type { TalkingPointDetail } from "@/lib/talking-points/schema";
import type { Endorsement, OwnEndorsement } from "@/lib/talking-points/schema.endorsements";

/** The words in force, and the reader's organizations, which may share a reservation to them. */
export type Joining = {
  point: string;
  version: number;
  digest: string;
  organizations: readonly OwnEndorsement[];
};

export const joiningOf = ({ slug, number, digest, viewer }: TalkingPointDetail): Joining => ({
  ...{ point: slug, version: number, digest },
  organizations: viewer.organizations,
});

/** What one organization can do with another's reservation: share it, sign second that it does, or share it no longer. */
export type JoinAct = { own: OwnEndorsement; joined: boolean; waiting: "mine" | "others" | null; mayJoin: boolean };

export const joinActs = ({ organizations }: Joining, { organization, current }: Endorsement): JoinAct[] =>
  organizations.flatMap((own) => {
    if (!own.mandate || own.organization.slug === organization.slug) return [];
    const joined = own.joined.includes(organization.slug);
    const first = own.joinsWaiting.find((it) => it.organization === organization.slug);
    const waiting = first ? (first.mine ? "mine" : "others") : null;
    const mayJoin = own.mayEndorse && current && !joined && waiting !== "mine";
    return mayJoin || joined || waiting ? [{ own, joined, waiting, mayJoin }] : [];
  });
