import { db } from "@/lib/platform/db/client";
import { buildComment } from "@/tests/support/build-comments";
import { buildPoint } from "@/tests/support/build-points";
import { inNetwork, own } from "@/tests/support/canary/canaries";
import type { CanaryPart, Planting } from "@/tests/support/canary/part";
import { networkDay } from "@/tests/support/network-day";

const theme = () => db.theme.findFirstOrThrow({ where: { slug: "canary-theme" } });
const [shown, kept] = ["commented-point", "commented-draft"];
/** The comment that each is about, once it is planted. */
const comments = new Map<string, string>();

/** What was said of a draft. */
async function plantAtHome({ canaries, owner }: Planting) {
  const point = await buildPoint({ organization: owner, theme: await theme(), status: "draft", slug: kept });
  const text = canaries.for(own, "comment", "draft", "text");
  comments.set(kept, await buildComment({ point, organization: owner, steps: [{ kind: "said", text }] }));
}

/** What the network says of a point; words that were changed at once are for nobody. */
async function plantForNetwork({ canaries, owner }: Planting) {
  const word = (column: string) => canaries.for(inNetwork, "comment", column);
  const point = await buildPoint({ organization: owner, theme: await theme(), slug: shown });
  const first = await buildComment({
    ...{ point, organization: owner, quote: word("quote") },
    steps: [
      { kind: "said", text: canaries.for([], "comment", "changed", "text") },
      { kind: "edited", text: word("text") },
      { kind: "corrected", text: word("corrected") },
    ],
  });
  comments.set(shown, first);
  await buildComment({
    ...{ point, organization: owner, replyTo: first, quote: word("replyQuote") },
    steps: [{ kind: "said", text: word("replyText") }],
  });
}

const points = () => [shown, kept].flatMap((id) => [{ id }, { id, asOf: networkDay(1) }]);

export const part: CanaryPart = {
  columns: {
    "CommentTableRow.language": "kept",
    "TalkingPointComment.clauseKey": "kept",
    "TalkingPointComment.language": "kept",
    "TalkingPointComment.quote": "planted",
    "TalkingPointCommentStep.text": "planted",
  },
  addresses: {
    "talkingPoints.comments.list": points,
    "talkingPoints.commentTable.download": () => [shown, kept].map((id) => ({ id })),
    "talkingPoints.comments.get": () => [shown, kept].map((id) => ({ id, comment: comments.get(id) ?? "" })),
  },
  plantAtHome,
  plantForNetwork,
};
