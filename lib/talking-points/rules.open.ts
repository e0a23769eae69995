import type { TalkingPointStatus } from "./constants";
import { isOpen } from "./rules.endorsements";

type Text = { status: TalkingPointStatus; number: number; usableVersion: number | null; equal: boolean };

/** Whether something of a text is still being worked on: words that are not usable yet, or languages that are not equal. */
export const isStillOpen = ({ status, number, usableVersion, equal }: Text) =>
  isOpen(status) && (number !== usableVersion || !equal);
