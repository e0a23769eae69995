import { belongsTo } from "@/lib/viewer/rules";
import { mayCommitNow } from "@/lib/viewer/rules.fresh";
import type { Viewer } from "@/lib/viewer/schema";
import { findSignatory, mayDraft, mayMakePublic, maySignOff, type PolicyScope } from "../mandates/policy.authority";
import { authorityUnder } from "../mandates/rules.authority";
import { secondSignatureObstacle } from "../mandates/rules.signatures";
import { visibilities } from "./constants";

import {
  confirmationObstacle,
  discardObstacle,
  type Present,
  returnObstacle,
  signOffObstacle,
  submissionObstacle,
  visibilityObstacle,
  withdrawalObstacle,
} from "./rules";
import type { Rights, Visibility } from "./schema";

type Situation = Present & {
  draftedFor: number | null;
  draftVisibility: Visibility | null;
  /** How widely the last signed-off text is shown, standing or not. */
  shownTo: Visibility | null;
  currentVersion: number;
  /** What stands: the wording it was given for, and when it is to be looked at again. */
  standsFor: number | null;
  reviewBy: string | null;
  today: string;
  /** Who gave the first of two signatures, where a second is awaited. */
  firstSignedBy: string | null;
  /** Two sign for this organization, so that what is confirmed needs the place of the draft. */
  joint: boolean;
};

const isConfirmable = ({ standsFor, currentVersion, reviewBy, today, ...present }: Situation) =>
  confirmationObstacle(present, { given: standsFor ?? 0, current: currentVersion, reviewBy, today }) === null;

/** What this viewer may do now, as data: the buttons obey it, and the writes ask again. */
export function rightsOn(viewer: Viewer, scope: PolicyScope, situation: Situation, now: Date): Rights {
  const drafts = mayDraft(viewer, scope);
  const signs = maySignOff(viewer, scope);
  const mandate = findSignatory(viewer, scope, situation.draftVisibility ?? "network");
  const mayShow = (to: Visibility) => signs && visibilityObstacle(situation, situation.shownTo, to) === null;
  const wider = visibilities.slice(visibilities.indexOf(situation.shownTo ?? "public") + 1);
  return {
    own: belongsTo(viewer, scope.organizationId),
    mayDraft: drafts,
    maySubmit: drafts && submissionObstacle(situation) === null,
    mayDiscard: drafts && discardObstacle(situation) === null,
    maySignOff:
      mandate !== null &&
      signOffObstacle(situation, situation.draftedFor, situation.currentVersion) === null &&
      secondSignatureObstacle(situation.firstSignedBy, viewer.personId) === null,
    mayReturn: signs && returnObstacle(situation) === null,
    mayConfirm: signs && !(situation.joint && situation.draft !== null) && isConfirmable(situation),
    mayWithdraw: signs && withdrawalObstacle(situation) === null,
    mayNarrow: mayShow("organization"),
    mayWiden: !situation.joint && wider.some((it) => mayShow(it) && findSignatory(viewer, scope, it) !== null),
    mayMakePublic: mayMakePublic(viewer, scope),
    needsFreshSignIn: signs && !mayCommitNow(viewer, now),
    mandate: mandate ? authorityUnder(mandate) : null,
  };
}
