const most = Number(process.env.MOST_IN_FLIGHT ?? 64);
let inFlight = 0;

// What costs nothing is not counted: files, and the two questions of a load balancer.
const light = /^\/(_next\/static|api\/health|favicon|icon)/;

const problem = JSON.stringify({
  type: "/problems/overloaded",
  title: "Overloaded",
  status: 503,
  detail: "The server is busy. Try again in a moment. / Le serveur est occupé. Réessayez dans un moment.",
});

/** Takes a place for this request, or answers 503 at once: late answers for everyone would help nobody. */
export function limitInFlight(request, response) {
  if (light.test(request.url ?? "")) return true;
  if (inFlight >= most) {
    response.writeHead(503, {
      "content-type": "application/problem+json",
      "retry-after": "2",
      "cache-control": "no-store",
    });
    response.end(problem);
    return false;
  }
  inFlight++;
  let held = true;
  const give = () => {
    if (held) inFlight--;
    held = false;
  };
  response.once("close", give);
  // A stream stays open for hours and does no work meanwhile.
  response.once("pipe", () => {
    if (String(response.getHeader("content-type")).startsWith("text/event-stream")) give();
  });
  return true;
}
