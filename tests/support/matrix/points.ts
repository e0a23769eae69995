import { buildPoint, type PointOptions } from "@/tests/support/build-points";
import type { RequestSpec, RequestSpecs } from "@/tests/support/matrix/cells";
import type { MatrixWorld } from "@/tests/support/matrix/world";

export type Options = Partial<PointOptions>;
export const pointOf = ({ ours, writing }: MatrixWorld, options: Options = {}) =>
  buildPoint({ organization: ours, theme: writing, ...options });
export type Made = Awaited<ReturnType<typeof pointOf>>;

export const seen = { headers: { "if-match": '"1"' } };
export const act = (by: string) => ({
  ...{ by, at: new Date(), mandate: { authorizedBy: "Board", instrument: "Resolution 7", instrumentDate: new Date() } },
});

/** On a point made for this one request. */
export const on =
  (
    options: Options | ((world: MatrixWorld) => Options),
    request: (made: Made, world: MatrixWorld) => RequestSpec,
  ): RequestSpecs[string] =>
  async (world) => {
    const made = await pointOf(world, typeof options === "function" ? options(world) : options);
    return {
      params: { id: made.id, number: "1", clause: "clause-1", organization: world.ours.slug },
      ...request(made, world),
    };
  };

export const there = () => ({});
