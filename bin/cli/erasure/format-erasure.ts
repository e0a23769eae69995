import type { Erasing, Erasure } from "./erase-person";
import { foldName } from "./find-names";
import type { Doubt, TextChange } from "./plan";

const textLimit = 20;

const count = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([place, rows]) => `${place}: ${rows}`)
    .join(", ");

const reasons: Record<Doubt, string> = {
  alsoElsewhere: "other organizations write the same words",
  olderThanName: "written before they took this name",
  partOfLongerName: "may be part of a longer name",
  holdsAnOffice: "somebody of this name holds or held an office",
};

const quote = (text: string) => JSON.stringify(text.length > 160 ? `${text.slice(0, 160)}…` : text);

const toLines = ({ code, text, instead, cells, doubts }: TextChange) => [
  `  ${code}  ${quote(text)} → ${quote(instead)}`,
  `            ${count(cells)}${doubts.map((it) => `; ${reasons[it]}`).join("")}`,
];

const section = (title: string, lines: string[]) => (lines.length > 0 ? [title, ...lines] : []);

function listLeft({ left }: Erasure) {
  return Object.entries(left).flatMap(([place, { rows, organizations, texts }]) => [
    `  ${place}: ${rows}${organizations > 0 ? `, of organizations: ${organizations}` : ""}`,
    ...texts.slice(0, textLimit).map((text) => `            ${quote(text)}`),
    ...(texts.length > textLimit ? [`            and other texts: ${texts.length - textLimit}`] : []),
  ]);
}

function listNotes({ renamed, mails }: Erasure, { name }: Erasing) {
  return [
    ...(name && !foldName(name) ? ["The name is too short to be looked for; only the address was."] : []),
    ...(renamed.times > 0
      ? [
          `They changed their name, times: ${renamed.times}. Earlier names are kept nowhere: give those you know with --former-name.`,
        ]
      : []),
    ...(mails > 0 ? [`Mails to others in the outbox that name them, and stay: ${mails}.`] : []),
  ];
}

/** The listing of an erasure, before it or after it. */
export function formatErasure(erasure: Erasure, whom: Erasing): string {
  const { changes, chosen, done, code, organizations, standing } = erasure;
  const stays = changes.filter((it) => !chosen.includes(it));
  return [
    done
      ? "Erased: the person, their sessions, tokens, passkeys, mandates, links and mails."
      : "Nothing is changed yet. The person and all that is theirs would go.",
    `Their organizations, now and before: ${organizations.join(", ") || "none"}.`,
    ...section(done ? "Changed in rows of these:" : "Would change in rows of these:", chosen.flatMap(toLines)),
    ...section(
      done ? "Left as it was in rows of these:" : "Would stay in rows of these (--clear CODE changes it as well):",
      stays.flatMap(toLines),
    ),
    ...section(
      "Named in these organizations' words of record, for them to word anew:",
      Object.entries(standing).map(([place, rows]) => `  ${place}: ${rows}`),
    ),
    ...section("The same words in rows of others, which an erasure leaves as they are:", listLeft(erasure)),
    ...listNotes(erasure, whom),
    ...(done ? [] : [`To do exactly this: --confirm ${code}. With --keep CODE a text stays as it is.`]),
  ].join("\n");
}
