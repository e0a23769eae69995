import { belongsTo, inNetwork, isConvener, mayAdminister } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";

/** That nobody signs for an organization, and what is done about it: for the network, and for who administers. */
export const mayReadRecovery = (viewer: Viewer, organizationId: string) =>
  belongsTo(viewer, organizationId) || inNetwork(viewer) || mayAdminister(viewer);

/** Any of its people, whatever mandate they have: to put themselves forward, and to object. */
export const mayTakePart = (viewer: Viewer, organizationId: string) => belongsTo(viewer, organizationId);

type Requested = { askedById: string; nomineeId: string; administratorId: string | null; convenerId: string | null };

const isInvolved = (viewer: Viewer, { askedById, nomineeId, administratorId, convenerId }: Requested) =>
  [askedById, nomineeId, administratorId, convenerId].includes(viewer.personId);

/**
 * Whether this person agrees from outside as the one or as the other: an administrator, in person, and somebody who exercises
 * the convener's term. Each is a person of their own: whoever is both is one of the two, and who is named is neither.
 */
export const mayAgreeToRecovery = (viewer: Viewer, asked: Requested) =>
  viewer.personId !== null &&
  !isInvolved(viewer, asked) &&
  ((mayAdminister(viewer) && asked.administratorId === null) || (isConvener(viewer) && asked.convenerId === null));

/** Who asked for it takes it back, and so does whoever agreed to it. */
export const mayWithdrawRecovery = (viewer: Viewer, { askedById, administratorId, convenerId }: Requested) =>
  viewer.personId !== null && [askedById, administratorId, convenerId].includes(viewer.personId);
