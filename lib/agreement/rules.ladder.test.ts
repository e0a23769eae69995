import { describe, expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { noneStated } from "./rules";
import { buyIn } from "./rules.ladder";

const some = fc.nat({ max: 30 });
const stated = fc.tuple(...Object.keys(noneStated()).map(() => some), some).map((numbers) => ({
  ...Object.fromEntries(Object.keys(noneStated()).map((key, at) => [key, numbers[at]])),
  not_recorded: numbers.at(-1) ?? 0,
}));

describe("buy-in on the ladder", () => {
  test("whoever opposes or has no mandate is in no range, and whoever stands aside supports nothing", () => {
    fc.assert(
      fc.property(stated as fc.Arbitrary<Parameters<typeof buyIn>[0]>, (counts) => {
        const { support, notOppose } = buyIn(counts);
        const more = buyIn({ ...counts, oppose: counts.oppose + 1, no_mandate: counts.no_mandate + 1 });
        expect(more).toEqual({ support, notOppose });
        expect(buyIn({ ...counts, stand_aside: counts.stand_aside + 1 }).support).toEqual(support);
        expect(notOppose?.stated).toBe((support?.stated ?? 0) + counts.stand_aside);
        expect((support?.possible ?? 0) - (support?.stated ?? 0)).toBe(counts.undecided + (counts.not_recorded ?? 0));
      }),
    );
  });

  test("is not told where some are not shown", () => {
    expect(buyIn({ ...noneStated(), support: 9, not_recorded: null })).toEqual({ support: null, notOppose: null });
  });
});
