/** Runs once when the server starts: a wrong configuration stops it here, with the name of what is wrong. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { findServingObstacles } = await import("@/lib/platform/env");
  const obstacles = findServingObstacles();
  if (obstacles.length > 0) throw new Error(`Configuration: ${obstacles.join("; ")}`);
}
