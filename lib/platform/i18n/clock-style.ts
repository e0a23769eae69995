import type { HourStyle } from "../generated/prisma/enums";

type ClockMessages = { ui: { hours: string } };

/** Puts the reader's 12/24-hour choice into the messages: the only per-reader value server and browser share. */
export const withClockStyle = <M extends ClockMessages>(messages: M, hours: HourStyle): M =>
  messages.ui.hours === hours ? messages : { ...messages, ui: { ...messages.ui, hours } };

/** What the texts say of it; whatever else they could say reads as 17:00. */
export const toClockStyle = (value: string): HourStyle => (value === "h12" ? "h12" : "h24");
