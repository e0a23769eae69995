import { committing, deciding, drafting, requireIfMatch, setETag, signedIn } from "@/lib/viewer/api.procedure";
import { amendments } from "./api.amendments";
import { commentTable } from "./api.comment-table";
import { comments } from "./api.comments";
import { endorsements } from "./api.endorsements";
import { files } from "./api.files";
import { marks } from "./api.marks";
import { rounds } from "./api.rounds";
import { word } from "./api.word";
import { listTalkingPoints } from "./read";
import { compareVersions, getVersion } from "./read.compare";
import { getTalkingPoint } from "./read.detail";
import {
  answeredVersion,
  statusInput,
  talkingPointDetail,
  talkingPointInput,
  talkingPointList,
  talkingPointQuery,
  talkingPointsInput,
} from "./schema";
import { comparison, comparisonInput, contestInput, parityInput, versionInput, versionKey } from "./schema.text";
import { proposeTalkingPoint } from "./write";
import { contestChange } from "./write.contest";
import { judgeParity } from "./write.parity";
import { changeStatus } from "./write.status";
import { postVersion } from "./write.versions";

const tags = ["Talking points"];
const at = "/talking-points/{id}" as const;
const atVersion = `${at}/versions/{number}` as const;

export const talkingPoints = {
  amendments,
  comments,
  commentTable,
  endorsements,
  word,
  marks,
  rounds,
  files,
  list: signedIn
    .route({ method: "GET", path: "/talking-points", summary: "The talking points that you can see", tags })
    .input(talkingPointsInput)
    .output(talkingPointList)
    .handler(({ input, context }) => listTalkingPoints(context.viewer, input, context.language)),
  propose: drafting
    .route({ method: "POST", path: "/talking-points", summary: "Propose a talking point", tags, successStatus: 201 })
    .input(talkingPointInput)
    .output(talkingPointDetail)
    .handler(async ({ input, context }) => {
      const found = await getTalkingPoint(context.viewer, await proposeTalkingPoint(context.viewer, input));
      return setETag(context, found.version, found);
    }),
  get: signedIn
    .route({ method: "GET", path: at, summary: "One talking point: its words, and who answered them how", tags })
    .input(talkingPointQuery)
    .output(talkingPointDetail)
    .handler(async ({ input, context }) => {
      const found = await getTalkingPoint(context.viewer, input.id, input.asOf);
      return setETag(context, found.version, found);
    }),
  postVersion: drafting
    .route({
      method: "POST",
      path: `${at}/versions`,
      summary: "Other words for a talking point; whoever holds the pen; If-Match",
      tags,
      successStatus: 201,
    })
    .input(versionInput)
    .output(talkingPointDetail)
    .handler(async ({ input, context }) => {
      await postVersion(context.viewer, input, requireIfMatch(context));
      const found = await getTalkingPoint(context.viewer, input.id);
      return setETag(context, found.version, found);
    }),
  version: signedIn
    .route({ method: "GET", path: atVersion, summary: "One version of a talking point", tags })
    .input(versionKey)
    .output(answeredVersion)
    .handler(({ input, context }) => getVersion(context.viewer, input.id, input.number)),
  compare: signedIn
    .route({ method: "GET", path: `${at}/compare`, summary: "Two versions by word, in either language", tags })
    .input(comparisonInput)
    .output(comparison)
    .handler(({ input, context }) => compareVersions(context.viewer, input)),
  judgeParity: drafting
    .route({
      method: "PUT",
      path: `${atVersion}/clauses/{clause}/parity`,
      summary: "Say whether both languages of a clause say the same; a second reader",
      tags,
    })
    .input(parityInput)
    .output(answeredVersion)
    .handler(async ({ input, context }) => {
      await judgeParity(context.viewer, input);
      return getVersion(context.viewer, input.id, input.number);
    }),
  contest: committing
    .route({
      method: "POST",
      path: `${atVersion}/contest`,
      summary: "Contest that a change is editorial; an endorser, within two working days",
      tags,
    })
    .input(contestInput)
    .output(answeredVersion)
    .handler(async ({ input, context }) => {
      await contestChange(context.viewer, input);
      return getVersion(context.viewer, input.id, input.number);
    }),
  changeStatus: deciding
    .route({ method: "POST", path: `${at}/status`, summary: "Say what a talking point may be used for", tags })
    .input(statusInput)
    .output(talkingPointDetail)
    .handler(async ({ input, context }) => {
      await changeStatus(context.viewer, input);
      return getTalkingPoint(context.viewer, input.id);
    }),
};
