/** The views of the same stances, each at its own address, in the order in which they are offered. */
export const views = ["grid", "map", "categories", "differences", "explorer", "ladder"] as const;
export type View = (typeof views)[number];

export const pathOf = (view: View) => (view === "grid" ? "/agreement" : `/agreement/${view}`);
