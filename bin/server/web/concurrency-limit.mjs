import { secondsToArrive, trafficLimits } from "../../../lib/platform/http/traffic-limits.mjs";
import { ArrivalLimit } from "./arrival-limit.mjs";
import { findCaller } from "./callers.mjs";
import { countRequest } from "./rate-limit.mjs";
import { readSetting } from "./read-setting.mjs";
import { turnAway } from "./refuse.mjs";
import { askForBody } from "./unread-body.mjs";
import { WorkSlots } from "./work-slots.mjs";

const { inFlightPerAddress, inFlightPerAccount, inFlightPerNode, arrivingPerNode, requestSeconds } = trafficLimits;
const perAddress = readSetting("IN_FLIGHT_PER_ADDRESS", inFlightPerAddress);
const perAccount = readSetting("IN_FLIGHT_PER_ACCOUNT", inFlightPerAccount);
const maximum = readSetting("MOST_IN_FLIGHT", inFlightPerNode);
const longest = Number(process.env.LONGEST_ANSWER_SECONDS ?? 60) * 1_000;

const slots = new WorkSlots({ maximum });
/** How many requests of each caller are not answered yet. */
const inFlight = new Map();
/** The requests that are worked on, by their ids. */
const admitted = new Map();
let arriving = 0;

// What costs nothing is not counted: files, and the two questions of a load balancer. The address was made plain before.
const light = /^\/(_next\/static\/|api\/health\/(live|ready)($|\?)|favicon\.svg($|\?)|icon-180\.png($|\?))/;
// There is nobody but demonstration people to sign in there, on a machine that nobody else reaches.
const uncounted = /^\/api\/demonstration\/sign-in($|\?)/;

const isStream = (response) => String(response.getHeader("content-type")).startsWith("text/event-stream");

/**
 * Starts work on a request, at once or in a moment, if its caller has not sent too many and the node is not full; else answers
 * 429 or 503.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {() => void} start
 */
export function admit(request, response, start) {
  if (light.test(request.url ?? "")) return start();
  const caller = findCaller(request);
  const wait = uncounted.test(request.url ?? "") ? null : countRequest(caller, Date.now());
  if (wait !== null) return turnAway(request, response, 429, wait);
  const own = inFlight.get(caller.key) ?? 0;
  if (own >= (caller.hasAccount ? perAccount : perAddress)) return turnAway(request, response, 429, 1);
  new Admission(request, response, caller).begin(start);
}

/** One request between its headers and the end of its answer. */
class Admission {
  /** @type {"waiting" | "working" | "arriving" | "over"} */
  #phase = "waiting";
  #stopWaiting = () => undefined;
  #arrival;
  /** @type {NodeJS.Timeout | undefined} */
  #late;

  constructor(request, response, caller) {
    Object.assign(this, { request, response, caller, id: String(request.headers["x-request-id"]) });
    this.#arrival = new ArrivalLimit(request);
  }

  begin(start) {
    const { request, response, caller, id } = this;
    inFlight.set(caller.key, (inFlight.get(caller.key) ?? 0) + 1);
    admitted.set(id, this);
    this.#allow(requestSeconds, longest);
    response.once("close", () => {
      clearTimeout(this.#late);
      this.#arrival.stop();
      this.#leave("over");
      admitted.delete(id);
      forgetOne(caller.key);
    });
    this.#enter(caller.hasAccount).then((taken) => {
      if (!taken) return response.destroyed ? undefined : turnAway(request, response, 503, 2);
      // Its reader may have left meanwhile.
      if (this.#phase !== "working") return;
      this.#endWorkEarly();
      start();
    });
  }

  /** Whoever sends a request, or reads an answer, a byte at a time or not at all would be attended to for as long as they please. */
  #allow(secondsToSend, milliseconds) {
    const { response } = this;
    this.#arrival.allow(secondsToSend);
    clearTimeout(this.#late);
    this.#late = setTimeout(() => isStream(response) || response.destroy(), milliseconds).unref();
  }

  /** The work is over when the answer is made, whoever reads it how slowly; a stream stays open for hours without any. */
  #endWorkEarly() {
    const { response } = this;
    const { end } = response;
    response.end = (...rest) => {
      this.#leave("over");
      return end.apply(response, rest);
    };
    response.once("pipe", () => {
      if (isStream(response)) this.#leave("over");
    });
  }

  #enter(first) {
    return new Promise((resolve) => {
      const turn = (taken) => {
        this.#phase = taken ? "working" : "over";
        resolve(taken);
      };
      const stop = slots.enter({ key: this.caller.key, first, turn });
      // Whoever waits for this must hear that the caller has left, or what they hold meanwhile is held for ever.
      this.#stopWaiting = () => {
        stop();
        resolve(false);
      };
    });
  }

  #leave(next) {
    const before = this.#phase;
    this.#phase = next;
    if (before === "working") slots.leave();
    if (before === "waiting") this.#stopWaiting();
    if (before === "arriving") arriving--;
  }

  /** Work stops until the body, of so many bytes at most, is there. False when too many bodies are arriving. */
  awaitBody(mostBytes) {
    if (this.request.complete || this.#phase !== "working") return true;
    if (arriving >= arrivingPerNode) return false;
    this.#leave("arriving");
    arriving++;
    const seconds = secondsToArrive(mostBytes);
    if (seconds > requestSeconds) this.#allow(seconds, seconds * 1_000 + longest);
    askForBody(this.request, this.response);
    return true;
  }

  /** Work goes on with the whole body, before those who have not begun; false when the node is full. */
  async resume() {
    if (this.#phase !== "arriving") return true;
    this.#leave("waiting");
    return this.#enter(true);
  }
}

function forgetOne(key) {
  const left = (inFlight.get(key) ?? 1) - 1;
  if (left > 0) inFlight.set(key, left);
  else inFlight.delete(key);
}

// Bodies are read by the code that Next bundles, with modules of its own; only this is shared.
globalThis.concertedBodies = {
  awaitBody: (id, mostBytes) => admitted.get(id)?.awaitBody(mostBytes) ?? true,
  resume: async (id) => (await admitted.get(id)?.resume()) ?? true,
};
