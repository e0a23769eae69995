import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";

/** A rule of a policy, by its file and its name. */
export type Rule = string;

type Exports = Record<string, unknown>;
type Mock = (path: string, factory: (original: <T>() => Promise<T>) => Promise<Exports>) => void;

const every = ["organization", "convener", "network", "public"];

/** A mandate that nobody gave. */
const invented = {
  ...{ id: randomUUID(), organizationId: randomUUID(), powers: [], themeIds: null },
  ...{ authorizedBy: "Nobody", instrument: "None", instrumentDate: "2026-01-01", selfAuthorized: false },
};

const allow = (rights: object) =>
  Object.fromEntries(Object.entries(rights).map(([name, it]) => [name, typeof it === "boolean" ? true : it]));

/** The permissive value that stands in for a removed rule: true, no obstacle, every visibility, one signature. */
function permissiveValue(name: string, said: unknown): unknown {
  if (typeof said === "boolean") return true;
  if (typeof said === "number") return 1;
  if (Array.isArray(said)) return every;
  if (name.endsWith("Obstacle")) return null;
  if (name.startsWith("find")) return said ?? invented;
  if (name.startsWith("grants")) return said ?? "own";
  if (name.startsWith("rights")) return allow(said as object);
  return {};
}

/** The files of all policies: `lib/positions/policy`, `lib/accounts/policy.passkeys`. */
const findPolicies = () =>
  readdirSync("lib", { withFileTypes: true })
    .filter((it) => it.isDirectory())
    .flatMap(({ name }) => readdirSync(`lib/${name}`).map((file) => `lib/${name}/${file}`))
    .filter((file) => /\/policy(\.[\w-]+)?\.ts$/.test(file) && !file.endsWith(".test.ts"))
    .map((file) => file.replace(/\.ts$/, ""));

/** Every rule stands in its place and can be taken out for a while; which ones were asked is told cell by cell. */
export class PolicyMutations {
  readonly all = new Set<Rule>();
  private removed: Rule | null = null;
  private readonly asked = new AsyncLocalStorage<Set<Rule>>();

  /** Before any of them is imported. */
  install(mock: Mock) {
    for (const path of findPolicies()) {
      mock(`@/${path}`, async (original) => {
        const exported = Object.entries(await original<Exports>());
        return Object.fromEntries(exported.map(([name, it]) => [name, this.wrap(path.slice(4), name, it)]));
      });
    }
  }

  private wrap(path: string, name: string, it: unknown): unknown {
    if (typeof it !== "function") return it;
    const rule = `${path} ${name}`;
    this.all.add(rule);
    return (...given: unknown[]) => {
      this.asked.getStore()?.add(rule);
      const said: unknown = it(...given);
      return this.removed === rule ? permissiveValue(name, said) : said;
    };
  }

  async consultedIn<T>(work: () => Promise<T>): Promise<[T, Set<Rule>]> {
    const asked = new Set<Rule>();
    return [await this.asked.run(asked, work), asked];
  }

  async removing<T>(rule: Rule, work: () => Promise<T>): Promise<T> {
    this.removed = rule;
    try {
      return await work();
    } finally {
      this.removed = null;
    }
  }
}
