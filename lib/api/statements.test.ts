import { beforeAll, describe, expect, test, vi } from "vitest";
import { addMembers } from "@/tests/support/bulk-members";
import { type CrowdedWorld, makeCrowdedWorld } from "@/tests/support/bulk-network";
import { listStatements } from "@/tests/support/count-statements";
import { crowdSize } from "@/tests/support/crowd-size";
import { direct } from "@/tests/support/identities";
import { listEndpoints } from "./endpoints";
import { handleRequest } from "./gateway";
import { handleRest } from "./handlers";

vi.hoisted(() => {
  process.env.RATE_EXPORTS = "1000000";
  // Where the demonstration shows itself.
  process.env.HOST = "127.0.0.1";
});

const reads = listEndpoints().filter(({ method }) => method === "GET");
const nouns: Record<string, string> = {
  propositions: "proposition",
  organizations: "organization",
  themes: "theme",
  "position-imports": "position-import",
  decisions: "decision",
  proposals: "proposal",
};
const queries: Record<string, (at: CrowdedWorld["at"]) => string> = {
  "agreement.changes": () => "since=2026-01-01",
  "agreement.differences": (at) => `organization=${at.organization}&other=${at.organization}`,
  "agreement.exportDifferences": (at) => `organization=${at.organization}&other=${at.organization}`,
  "briefings.agenda.about": () => "kind=recommendation&about=G2",
  "positions.summary": (at) => `organization=${at.organization}`,
  "talkingPoints.compare": () => "from=1&to=1",
  "positions.ours": (at) => `proposition=${at.proposition}`,
};

/** An endpoint's address in this world. A parameter that is unknown here has to be added above. */
function addressOf(name: string, path: string, { at }: CrowdedWorld): string {
  const filled = path.replace(/\/([^/]+)\/\{([^}]+)\}|\{([^}]+)\}/g, (whole, before, after, alone) => {
    const value = at[nouns[before] ?? before] ?? at[alone ?? after];
    if (!value) throw new Error(`${name}: say what ${whole} of ${path} is to be`);
    return before ? `/${before}/${value}` : value;
  });
  return `http://localhost:3000/api/v1${filled}?${queries[name]?.(at) ?? ""}`;
}

type Measurement = { status: number; statements: number };
const atFew = new Map<string, Measurement>();
const atMany = new Map<string, Measurement>();

async function askAll(world: CrowdedWorld, into: Map<string, Measurement>) {
  for (const { path, name } of reads) {
    const request = new Request(addressOf(name, path, world), { headers: { ...direct, cookie: world.cookie } });
    let status = 0;
    const statements = await listStatements(async () => {
      status = (await handleRequest(request, handleRest)).status;
    });
    into.set(name, { status, statements: statements.length });
  }
}

beforeAll(async () => {
  const world = await makeCrowdedWorld();
  await addMembers(1, 50);
  await askAll(world, atFew);
  await addMembers(51, crowdSize);
  await askAll(world, atMany);
});

describe("what an answer costs does not grow with what it does not show", () => {
  test.each(reads)(`$name asks the database as often at ${crowdSize} organizations as at 50`, ({ name }) => {
    expect(atFew.get(name)).toMatchObject({ status: 200 });
    expect(atMany.get(name)).toEqual(atFew.get(name));
  });
});
