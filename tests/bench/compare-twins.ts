import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { weigh } from "./bytes";
import { toCases } from "./cases";
import { type Compared, compare, type Effort } from "./compare";
import { score } from "./lighthouse";
import { toPages } from "./pages";
import { root, type Server, serve } from "./server";
import { buildAll, makeSetting, type Setting } from "./setting";
import { printCompared, printFootprint, printScores, printWeights } from "./table";

export type TwinOptions = Effort & { starts: number; only: string | null };

/** The product beside bare twins on the same stack, the same rows and the same machine, in one run. It reports, and fails at nothing. */
export async function compareWithTwins(choice: TwinOptions) {
  await buildAll();
  const setting = await makeSetting();
  try {
    console.log(`synchronous_commit=${setting.world.durable}`);
    if (setting.world.durable !== "on") throw new Error("a write that is not on the disk is not measured");
    await measure(setting, choice);
  } finally {
    await setting.stop();
  }
}

async function measure(setting: Setting, choice: TwinOptions) {
  const starts = choice.only ? null : await measureStarts(setting, choice.starts);
  const product = await serve({ name: "product", ...setting });
  const twin = await serve({ name: "twin", ...setting });
  try {
    const compared: Compared[] = [];
    for (const it of toCases(setting.world)) {
      if (choice.only && !it.name.includes(choice.only)) continue;
      const result = await compare(it, { product, twin }, setting.databasePid, choice);
      compared.push(result);
      console.log(`${it.name}: ${result.ratio.toFixed(2)} ×`);
    }
    printCompared(compared);
    if (starts) {
      printFootprint(compared, starts);
      await weighPages(setting, product, twin);
      printScores(await scorePages(setting, product));
    }
    keep({ choice, compared, starts });
  } finally {
    await product.stop();
    await twin.stop();
  }
}

/** From nothing to the first page, in turns; each start is a process of its own. */
async function measureStarts(setting: Setting, times: number) {
  const starts = { product: [] as number[], twin: [] as number[] };
  for (let n = 0; n < times; n++) {
    for (const name of ["product", "twin"] as const) {
      const server = await serve({ name, ...setting });
      starts[name].push(server.msToFirstPage);
      await server.stop();
    }
  }
  return starts;
}

async function weighPages({ world }: Setting, product: Server, twin: Server) {
  const weights = [];
  for (const { path: at, cookie, most } of toPages(world))
    weights.push({ ...(await weigh(product, at, cookie)), most });
  printWeights(await weigh(twin, "/sign-in", null), weights);
}

function scorePages({ world }: Setting, product: Server) {
  const shown = ["/en/agreement", `/en/propositions/${world.proposition}`, "/en/sign-in"];
  const pages = toPages(world).filter((it) => shown.includes(it.path));
  return score(`http://${product.host}`, pages, 3);
}

function keep(result: object) {
  mkdirSync(path.join(root, ".artifacts"), { recursive: true });
  writeFileSync(path.join(root, ".artifacts", "bench.json"), `${JSON.stringify(result, null, 2)}\n`);
}
