import { mayCommitNow } from "@/lib/platform/session/fresh";
import { belongsTo, type Mandate, type Viewer } from "@/lib/platform/viewer";
import { findSignatory, type Ground, mayDraft, mayMakePublic, maySignOff } from "./policy";
import {
  discardObstacle,
  type Present,
  returnObstacle,
  signOffObstacle,
  submissionObstacle,
  visibilityObstacle,
  withdrawalObstacle,
} from "./rules";
import { type Rights, type Visibility, visibilities } from "./schema";

export type Situation = Present & {
  draftedFor: number | null;
  draftVisibility: Visibility | null;
  /** How widely the last signed-off text is shown, standing or not. */
  shownTo: Visibility | null;
  currentVersion: number;
};

const toAuthority = ({ authorizedBy, instrument, instrumentDate }: Mandate) => ({
  authorizedBy,
  instrument,
  instrumentDate,
});

/** What this viewer may do now, as data: the buttons obey it, and the writes ask again. */
export function rightsOn(viewer: Viewer, ground: Ground, situation: Situation, now: Date): Rights {
  const drafts = mayDraft(viewer, ground);
  const signs = maySignOff(viewer, ground);
  const mandate = findSignatory(viewer, ground, situation.draftVisibility ?? "network");
  const mayShow = (to: Visibility) => signs && visibilityObstacle(situation, situation.shownTo, to) === null;
  const wider = visibilities.slice(visibilities.indexOf(situation.shownTo ?? "public") + 1);
  return {
    own: belongsTo(viewer, ground.organizationId),
    mayDraft: drafts,
    maySubmit: drafts && submissionObstacle(situation) === null,
    mayDiscard: drafts && discardObstacle(situation) === null,
    maySignOff: mandate !== null && signOffObstacle(situation, situation.draftedFor, situation.currentVersion) === null,
    mayReturn: signs && returnObstacle(situation) === null,
    mayWithdraw: signs && withdrawalObstacle(situation) === null,
    mayNarrow: mayShow("organization"),
    mayWiden: wider.some((it) => mayShow(it) && findSignatory(viewer, ground, it) !== null),
    mayMakePublic: mayMakePublic(viewer, ground),
    needsFreshSignIn: signs && !mayCommitNow(viewer, now),
    mandate: mandate ? toAuthority(mandate) : null,
  };
}
