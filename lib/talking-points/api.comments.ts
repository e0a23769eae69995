import { drafting, signedIn } from "@/lib/viewer/api.procedure";
import { getThread, listComments } from "./read.comments";
import {
  comment,
  commentInput,
  commentKey,
  commentList,
  commentsInput,
  rewordingInput,
  settlingInput,
} from "./schema.comments";
import { correctComment, editComment, postComment, reopenComment, resolveComment } from "./write.comments";

const tags = ["Talking points"];
const at = "/talking-points/{id}/comments" as const;
const atOne = `${at}/{comment}` as const;

export const comments = {
  list: signedIn
    .route({ method: "GET", path: at, summary: "What was said of a talking point, the newest first", tags })
    .input(commentsInput)
    .output(commentList)
    .handler(({ input, context }) => listComments(context.viewer, input)),
  get: signedIn
    .route({ method: "GET", path: atOne, summary: "One comment with its replies", tags })
    .input(commentKey)
    .output(comment)
    .handler(({ input, context }) => getThread(context.viewer, input.id, input.comment)),
  post: drafting
    .route({
      method: "POST",
      path: at,
      summary: "Comment on words of a version or on an amendment, or reply to a comment",
      tags,
      successStatus: 201,
    })
    .input(commentInput)
    .output(comment)
    .handler(async ({ input, context }) =>
      getThread(context.viewer, input.id, await postComment(context.viewer, input)),
    ),
  edit: drafting
    .route({ method: "PUT", path: atOne, summary: "Change your comment within a quarter of an hour", tags })
    .input(rewordingInput)
    .output(comment)
    .handler(async ({ input, context }) => {
      await editComment(context.viewer, input);
      return getThread(context.viewer, input.id, input.comment);
    }),
  correct: drafting
    .route({
      method: "POST",
      path: `${atOne}/correction`,
      summary: "Correct your comment; what you had said stays beside it",
      tags,
    })
    .input(rewordingInput)
    .output(comment)
    .handler(async ({ input, context }) => {
      await correctComment(context.viewer, input);
      return getThread(context.viewer, input.id, input.comment);
    }),
  resolve: drafting
    .route({
      method: "POST",
      path: `${atOne}/resolution`,
      summary: "Say that a comment is dealt with; whoever holds the pen, or who made it",
      tags,
    })
    .input(settlingInput)
    .output(comment)
    .handler(async ({ input, context }) => {
      await resolveComment(context.viewer, input);
      return getThread(context.viewer, input.id, input.comment);
    }),
  reopen: drafting
    .route({ method: "POST", path: `${atOne}/reopening`, summary: "Open a comment again that was resolved", tags })
    .input(settlingInput)
    .output(comment)
    .handler(async ({ input, context }) => {
      await reopenComment(context.viewer, input);
      return getThread(context.viewer, input.id, input.comment);
    }),
};
