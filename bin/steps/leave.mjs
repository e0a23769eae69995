import { setTimeout as pause } from "node:timers/promises";
import { stopCommands } from "./command.mjs";
import { explain } from "./halt.mjs";

/**
 * The one way out. Undoes in reverse what was begun, once, however often it is asked, and ends with the first code
 * given. What is begun while leaving is undone too.
 */
export function makeExit() {
  const undo = [];
  let leaving = null;
  let beginning = Promise.resolve();

  const undoAll = async () => {
    while (undo.length) await undo.shift()();
  };
  const finish = async (code, error) => {
    if (error) console.error(explain(error));
    stopCommands();
    await undoAll();
    await Promise.race([beginning, pause(20_000)]);
    await undoAll();
    process.exit(code);
  };
  const leave = (code, error) => {
    leaving ??= finish(code, error).catch((problem) => {
      console.error(problem);
      process.exit(1);
    });
    return leaving;
  };
  leave.first = (work) => undo.unshift(work);
  leave.forget = (work) => undo.includes(work) && undo.splice(undo.indexOf(work), 1);
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
