/** A reason to stop that the person at the keyboard can act on: said in one line, without a stack. */
export class Halt extends Error {}

const full = /ENOSPC|No space left on device|disk full/i;

/** What went wrong, in one line: ours as written, a full disk by its name, anything else with the stack. */
export function explain(error) {
  if (error instanceof Halt && !full.test(error.message)) return error.message;
  const text = `${error?.code ?? ""} ${error?.message ?? error} ${error?.output ?? ""}`;
  if (full.test(text) || error?.code === "53100")
    return "The disk is full. Free some space, then run the same command again.";
  return error?.stack ?? String(error);
}
