import { FileFault } from "@/lib/math/file/fault";

type Row = { line: number; agree: number; disagree: number; agrees: number; disagrees: number };

/**
 * Holds what each row says of its votes against the votes. They fit in every published export; where they fit only with the
 * signs turned, agreement and disagreement are the wrong way round, and taking the file in would turn everything it says.
 */
export class VoteCounts {
  private turned = 0;
  private fitting = 0;
  private contradicting = 0;
  private first: Row | null = null;

  add(row: Row) {
    const straight = row.agree === row.agrees && row.disagree === row.disagrees;
    const turned = row.agree === row.disagrees && row.disagree === row.agrees;
    if (straight && turned) return;
    if (straight) this.fitting += 1;
    else {
      this.first ??= row;
      if (turned) this.turned += 1;
      else this.contradicting += 1;
    }
  }

  /** @throws {FileFault} where the two do not fit */
  mustFit() {
    if (!this.first) return;
    const { line, ...counts } = this.first;
    const spot = { line, column: 1 };
    if (this.fitting === 0 && this.contradicting === 0) throw new FileFault("signsTurned", spot, { rows: this.turned });
    throw new FileFault("countsContradict", spot, { ...counts, rows: this.turned + this.contradicting });
  }
}
