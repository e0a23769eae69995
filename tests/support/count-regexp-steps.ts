/**
 * A regular expression as a backtracking machine would try it, one step at a time, so that a test can count the steps instead
 * of watching a clock. It knows what JavaScript's patterns are made of, as far as this product uses it.
 */

type Node =
  | { kind: "one"; test: (letter: string) => boolean }
  | { kind: "at"; test: (text: string, at: number) => boolean }
  | { kind: "all"; nodes: Node[] }
  | { kind: "any"; nodes: Node[] }
  | { kind: "look"; node: Node; ahead: boolean; wanted: boolean }
  | { kind: "repeat"; node: Node; least: number; most: number; lazy: boolean };

class Reader {
  at = 0;
  constructor(
    readonly source: string,
    readonly flags: string,
  ) {}

  take(pattern: RegExp): string | null {
    const found = new RegExp(pattern.source, "y");
    found.lastIndex = this.at;
    const match = found.exec(this.source)?.[0] ?? null;
    if (match !== null) this.at += match.length;
    return match;
  }

  any(): Node {
    const nodes = [this.all()];
    while (this.take(/\|/)) nodes.push(this.all());
    return nodes.length === 1 && nodes[0] ? nodes[0] : { kind: "any", nodes };
  }

  all(): Node {
    const nodes: Node[] = [];
    while (this.at < this.source.length && !/[|)]/.test(this.source[this.at] ?? "")) nodes.push(this.repeated());
    return { kind: "all", nodes };
  }

  repeated(): Node {
    const node = this.atom();
    const sign = this.take(/[*+?]|\{\d+(?:,\d*)?\}/);
    if (!sign) return node;
    const lazy = this.take(/\?/) !== null;
    const [least = 0, most = Number.POSITIVE_INFINITY] = rangeOf(sign);
    return { kind: "repeat", node, least, most, lazy };
  }

  atom(): Node {
    const look = this.take(/\(\?<?[=!]/);
    const group = look ?? this.take(/\((?:\?:|\?<\w+>)?/);
    if (group) {
      const node = this.any();
      if (!this.take(/\)/)) throw new Error(`an open group in ${this.source}`);
      if (!look) return node;
      return { kind: "look", node, ahead: !look.includes("<"), wanted: look.endsWith("=") };
    }
    const edge = this.take(/\^|\$|\\b|\\B/);
    if (edge) return { kind: "at", test: (text, at) => stickyTest(edge, this.flags, text, at) };
    const letter = this.take(
      /\[\^?\]?(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\c?.|[\s\S]/,
    );
    if (!letter) throw new Error(`cannot read ${this.source} at ${this.at}`);
    const pattern = new RegExp(`^(?:${letter})$`, `${this.flags.replace(/[gy]/g, "")}`);
    return { kind: "one", test: (it) => pattern.test(it) };
  }
}

function rangeOf(sign: string): [number, number] {
  if (sign === "*") return [0, Number.POSITIVE_INFINITY];
  if (sign === "+") return [1, Number.POSITIVE_INFINITY];
  if (sign === "?") return [0, 1];
  const [least = "0", most] = sign.slice(1, -1).split(",");
  return [Number(least), most === undefined ? Number(least) : most === "" ? Number.POSITIVE_INFINITY : Number(most)];
}

function stickyTest(edge: string, flags: string, text: string, at: number) {
  const pattern = new RegExp(edge, `${flags.replace(/[gy]/g, "")}y`);
  pattern.lastIndex = at;
  return pattern.test(text);
}

export class TooManySteps extends Error {}

/** How many letters are looked at until the pattern has matched or has failed at every place; stops at `most`. */
export function countSteps(pattern: RegExp, text: string, most: number): number {
  const root = new Reader(pattern.source, pattern.flags).any();
  const letters = pattern.flags.includes("u") ? [...text] : text.split("");
  let steps = 0;
  const step = () => {
    if (++steps > most) throw new TooManySteps(`more than ${most} steps`);
  };

  function run(node: Node, at: number, next: (at: number) => boolean): boolean {
    switch (node.kind) {
      case "one": {
        step();
        const letter = letters[at];
        return letter !== undefined && node.test(letter) && next(at + 1);
      }
      case "at":
        step();
        return node.test(text, at) && next(at);
      case "all": {
        const from = (i: number, place: number): boolean => {
          const part = node.nodes[i];
          return part ? run(part, place, (it) => from(i + 1, it)) : next(place);
        };
        return from(0, at);
      }
      case "any":
        return node.nodes.some((part) => run(part, at, next));
      case "look": {
        const seen = node.ahead ? run(node.node, at, () => true) : at > 0 && run(node.node, at - 1, (it) => it === at);
        return seen === node.wanted && next(at);
      }
      case "repeat": {
        const again = (done: number, place: number): boolean => {
          step();
          const more = () =>
            done < node.most && run(node.node, place, (it) => (it > place || done < node.least) && again(done + 1, it));
          const enough = () => done >= node.least && next(place);
          return node.lazy ? enough() || more() : more() || enough();
        };
        return again(0, at);
      }
    }
  }

  const starts = pattern.flags.includes("y") ? [0] : letters.map((_, i) => i).concat(letters.length);
  for (const start of starts) if (run(root, start, () => true)) break;
  return steps;
}
