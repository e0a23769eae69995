/** What a server is told where many people call from one machine at once, and something else is tried than their haste. */
export const liftedLimits = Object.fromEntries(
  [
    "RATE_PER_ACCOUNT",
    "RATE_PER_ADDRESS",
    "RATE_SIGN_IN_PER_ACCOUNT",
    "RATE_SIGN_IN_PER_ADDRESS",
    "IN_FLIGHT_PER_ACCOUNT",
    "IN_FLIGHT_PER_ADDRESS",
  ].map((name) => [name, "1000000"]),
);
