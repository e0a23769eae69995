import type { CsvColumn } from "@/lib/platform/files/csv";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Stance } from "@/lib/positions/schema";
import type { AssessedRow, Member } from "./rules";
import { isAnswer } from "./rules.differences";
import { toNames, toText } from "./rules.files";

/** Polis knows three votes: agree, disagree, and a pass for who answered and did neither. */
const votes: Partial<Record<Stance, 1 | 0 | -1>> = {
  support: 1,
  support_with_reservation: 1,
  undecided: 0,
  stand_aside: 0,
  oppose: -1,
};

/**
 * The stances in the layout of a Polis export: a row per organization, a column per proposition by its number. Polis has no
 * word for a reservation, and one silence where we know four, so after the votes come columns that say what they leave out:
 * for each proposition the stance itself, its reservation and who joined it.
 */
export function toPolisColumns(rows: readonly AssessedRow[], language: Locale): CsvColumn<Member>[] {
  const answersOf = ({ id }: Member) => rows.flatMap((row) => row.stances.get(id)?.stance ?? []).filter(isAnswer);
  const count = (vote: 1 | -1) => (member: Member) => answersOf(member).filter((it) => votes[it] === vote).length;
  return [
    { header: "participant", value: (member) => member.slug },
    { header: "group-id", value: () => "" },
    { header: "n-comments", value: () => 0 },
    { header: "n-votes", value: (member) => answersOf(member).length },
    { header: "n-agree", value: count(1) },
    { header: "n-disagree", value: count(-1) },
    ...rows.map(
      (row): CsvColumn<Member> => ({
        header: String(row.number),
        value: ({ id }) => {
          const stance = row.stances.get(id)?.stance;
          return stance && votes[stance];
        },
      }),
    ),
    ...rows.flatMap((row) => toExplanatoryColumns(row, language)),
  ];
}

/** What a vote leaves out. Our own reader of Polis files takes these for no statements. */
const toExplanatoryColumns = ({ number, notShown, stances }: AssessedRow, language: Locale): CsvColumn<Member>[] => [
  {
    header: `stance-${number}`,
    value: ({ id }) => stances.get(id)?.stance ?? (notShown === "some" ? "not_shown" : "not_recorded"),
  },
  { header: `reservation-${number}`, value: ({ id }) => toText(stances.get(id)?.reservation ?? {}, language) },
  { header: `joined-${number}`, value: ({ id }) => toNames(stances.get(id)?.reservation.joinedBy ?? [], language) },
];
