import { isDocument } from "./error-pages.mjs";
import { answerFailure } from "./failure-page.mjs";
import { refuse } from "./refuse.mjs";

const maximum = Number(process.env.MOST_IN_FLIGHT ?? 64);
const longest = Number(process.env.LONGEST_ANSWER_SECONDS ?? 60) * 1_000;
let inFlight = 0;

// What costs nothing is not counted: files, and the two questions of a load balancer. The address was made plain before.
const light = /^\/(_next\/static\/|api\/health\/(live|ready)($|\?)|favicon\.svg($|\?)|icon-180\.png($|\?))/;

const isStream = (response) => String(response.getHeader("content-type")).startsWith("text/event-stream");

/** Counts this request, or answers 503 at once: queueing it would make every answer late. */
export function limitInFlight(request, response) {
  if (light.test(request.url ?? "")) return true;
  if (inFlight >= maximum) {
    if (isDocument(request))
      answerFailure(response, { kind: "busy", url: request.url ?? "/", accepted: request.headers["accept-language"] });
    else refuse(response, 503, { "retry-after": "2" });
    return false;
  }
  inFlight++;
  let held = true;
  // Whoever reads an answer a byte at a time, or not at all, would hold a place for as long as they please.
  const late = setTimeout(() => isStream(response) || response.destroy(), longest).unref();
  const give = () => {
    if (held) inFlight--;
    held = false;
    clearTimeout(late);
  };
  response.once("close", give);
  // A stream stays open for hours and does no work meanwhile.
  response.once("pipe", () => {
    if (isStream(response)) give();
  });
  return true;
}
