import { scriptCommand } from "../../bin/host/child-processes.mjs";
import { runProgram } from "./process";

/** Somebody who drafts and signs for one organization, with a token made for it. */
export type Desk = {
  organization: string;
  propositions: string[];
  personId: string;
  email: string;
  token: string;
  /** The cookie of someone who just signed in. */
  session: string;
};

export type World = { desks: Desk[] };

type Options = { env: Record<string, string>; watch: (pid: number) => void };

const [desks, propositions] = [4, 4];

/** Organizations, who signs for them, and what there is to say something about. */
export async function makeWorld({ env, watch }: Options): Promise<World> {
  const words = scriptCommand("tests/soak/build-world.ts", String(desks), String(propositions));
  return JSON.parse((await runProgram(words, { env, watch })).trim()) as World;
}
