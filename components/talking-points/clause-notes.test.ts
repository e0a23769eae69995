import { expect, test } from "vitest";
import type { Comment } from "@/lib/talking-points/schema.comments";
import type { Clause } from "@/lib/talking-points/schema.text";
import { anchorsIn, collectNotes } from "./clause-notes";

const clauses = [
  { key: "one", number: 1, text: { en: "Aid comes first.", fr: "L’aide d’abord." } },
  { key: "two", number: 2, text: { en: "Then the rest.", fr: "Puis le reste." } },
] as unknown as Clause[];
const remark = (id: string, more: Partial<Comment>) =>
  ({ id, language: "en", quote: null, inPlace: true, clause: { key: "one", number: 1 }, ...more }) as Comment;

test("remarks stand at their clause, the first one first, and are lettered where their words stand in it still", () => {
  // As the discussion is read: the newest first.
  const remarks = [
    remark("gone", { clause: { key: "dropped", number: 3 }, quote: "Aid" }),
    remark("two", { clause: { key: "two", number: 2 }, quote: "the rest" }),
    remark("moved on", { quote: "Aid", inPlace: false }),
    remark("french", { language: "fr", quote: "d’abord" }),
    remark("english", { quote: "Aid" }),
    remark("whole clause", {}),
  ];
  const notes = collectNotes(clauses, [], [], [], remarks);
  const read = notes.map((it) => (it.kind === "remark" ? [it.comment.id, it.clause, it.letter] : []));
  expect(read).toEqual([
    ["whole clause", "one", null],
    ["english", "one", "a"],
    ["french", "one", "b"],
    ["moved on", "one", null],
    ["two", "two", "c"],
    ["gone", null, null],
  ]);
  expect(anchorsIn(notes, "one", "en")).toEqual([{ letter: "a", kind: "remark", words: "Aid" }]);
  expect(anchorsIn(notes, "one", "fr")).toEqual([{ letter: "b", kind: "remark", words: "d’abord" }]);
});
