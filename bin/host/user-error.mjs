/** An error the person at the keyboard can act on: printed as one line, without a stack. */
export class UserError extends Error {}

const full = /ENOSPC|No space left on device|disk is full/i;

/** What went wrong: a full disk by its name, ours as written with what the program said, anything else with its stack. */
export function explainError(error) {
  const output = error?.output?.trim().slice(-4000) ?? "";
  // Our own sentence may speak of full disks and mean something else, as the usage of the soak does.
  const said = error instanceof UserError ? "" : error?.message;
  if (error?.code === "53100" || full.test(`${error?.code} ${said} ${output}`)) {
    return "The disk is full. Free some space, then run the same command again.";
  }
  if (!(error instanceof UserError)) return error?.stack ?? String(error);
  return [output, error.message].filter(Boolean).join("\n");
}
