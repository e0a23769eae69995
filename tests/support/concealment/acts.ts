/** How widely a stance is shown: organization, convener, network, public; as `visibilities` has them. */
export type Level = 0 | 1 | 2 | 3;

/** Something that an organization does, or that happens to it. `proposition` and `organization` are numbers. */
export type Act =
  | { kind: "sign"; organization: number; proposition: number; level: Level }
  | { kind: "confirm"; organization: number; proposition: number }
  | { kind: "withdraw"; organization: number; proposition: number }
  | { kind: "show"; organization: number; proposition: number; level: Level }
  | { kind: "suspend" | "return" | "join"; organization: number }
  | { kind: "reword"; proposition: number };

/** What happens in a coalition, day by day. */
export type History = {
  organizations: number;
  /** The theme of each proposition. */
  themes: number[];
  /** As whom the attacker reads: what is below this level is hidden. */
  audience: 1 | 2 | 3;
  days: Act[][];
  /** The days that begin a quarter. */
  quarters: ReadonlySet<number>;
};
