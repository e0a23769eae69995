/** A mark in the picture, in its pixels. */
export type LabelledMark = {
  key: string;
  x: number;
  y: number;
  radius: number;
  label: string;
  bold?: boolean | undefined;
};
export type Box = { left: number; top: number; right: number; bottom: number };
export type Label = { x: number; y: number; anchor: "start" | "middle" | "end"; far: boolean; box: Box };

const lineHeight = 16;

/** Wide enough for the widest letters of the face at 14px; a measured width would need a browser. */
const widthOf = ({ label, bold }: LabelledMark) => label.length * (bold ? 7.4 : 7) + 2;

const overlap = (one: Box, other: Box) =>
  Math.max(0, Math.min(one.right, other.right) - Math.max(one.left, other.left)) *
  Math.max(0, Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top));

const boxOf = ({ x, y, radius }: LabelledMark): Box => ({
  left: x - radius,
  top: y - radius,
  right: x + radius,
  bottom: y + radius,
});

function toLabel(spot: LabelledMark, anchor: Label["anchor"], x: number, y: number, far: boolean): Label {
  const width = widthOf(spot);
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { x, y, anchor, far, box: { left, top: y - lineHeight + 4, right: left + width, bottom: y + 4 } };
}

/** Beside the mark first, then above and below it, then further away with a line to it. */
function candidatesFor(spot: LabelledMark): Label[] {
  const { x, y, radius } = spot;
  const beside = radius + 6;
  const near = [
    toLabel(spot, "start", x + beside, y + 5, false),
    toLabel(spot, "end", x - beside, y + 5, false),
    toLabel(spot, "middle", x, y - radius - 7, false),
    toLabel(spot, "middle", x, y + radius + 17, false),
  ];
  const far = [28, 44, 60].flatMap((distance) =>
    [-0.9, 0.9, -2.2, 2.2, -1.6, 1.6].map((angle) => {
      const [dx, dy] = [Math.cos(angle) * distance, Math.sin(angle) * distance];
      return toLabel(spot, dx > 0 ? "start" : "end", x + dx, y + dy + 5, true);
    }),
  );
  return [...near, ...far];
}

/**
 * Where each label stands so that none covers a mark or another label. The crowded ones choose last, and one that finds
 * no place has none: its mark still says who it is, and the table says it too.
 */
export function layOutLabels(spots: readonly LabelledMark[], frame: Box, taken: readonly Box[]): Map<string, Label> {
  const marks = spots.map(boxOf);
  const placed = new Map<string, Label>();
  const crowd = (spot: LabelledMark) =>
    spots.filter((other) => Math.abs(other.x - spot.x) < 90 && Math.abs(other.y - spot.y) < 30).length;
  const inTurn = spots
    .map((spot, at) => ({ spot, at, crowd: spot.bold ? -1 : crowd(spot) }))
    .sort((one, other) => one.crowd - other.crowd || one.at - other.at);
  for (const { spot, at } of inTurn) {
    const others = [...marks.filter((_, mark) => mark !== at), ...taken, ...[...placed.values()].map(({ box }) => box)];
    const isFree = ({ box }: Label) =>
      box.left >= frame.left &&
      box.right <= frame.right &&
      box.top >= frame.top &&
      box.bottom <= frame.bottom &&
      others.every((other) => overlap(box, other) === 0);
    const label = candidatesFor(spot).find(isFree);
    if (label) placed.set(spot.key, label);
  }
  return placed;
}
