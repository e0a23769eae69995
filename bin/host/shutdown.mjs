import { setTimeout as pause } from "node:timers/promises";
import { stopChildren } from "./child-processes.mjs";
import { makeCleanupStack } from "./cleanup-stack.mjs";
import { explainError } from "./user-error.mjs";

/** Shuts down once, however often it is asked: cleans up in reverse order and exits with the first code given. */
export function makeShutdown() {
  const undo = makeCleanupStack();
  let leaving = null;
  let beginning = Promise.resolve();

  const finish = async (code, error) => {
    // Should something below wait for what never comes, Node ends by itself: with this code and not as if all were well.
    process.exitCode = code;
    if (error) console.error(explainError(error));
    await stopChildren();
    await undo.all();
    await Promise.race([beginning, pause(20_000)]);
    await undo.all();
    process.exit(code);
  };
  const leave = (code, error) => {
    leaving ??= finish(code, error).catch((problem) => {
      console.error(problem);
      process.exit(1);
    });
    return leaving;
  };
  leave.undo = undo;
  leave.first = undo.first;
  leave.isLeaving = () => leaving !== null;
  /**
   * Runs what begins things; ends the program when it fails, and on any signal.
   * @param {() => Promise<void>} work
   * @param {number} [interrupted] the code to end with when a signal comes
   */
  leave.during = (work, interrupted = 0) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => leave(interrupted));
    for (const event of ["uncaughtException", "unhandledRejection"]) process.on(event, (error) => leave(1, error));
    const begun = work();
    beginning = begun.catch(() => {});
    begun.catch((error) => leave(1, error));
  };
  return leave;
}
