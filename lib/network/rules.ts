import type { ClosingRule } from "@/lib/platform/time/working-days";
import type { ParityRule } from "./constants";

/** A range of days is one when it does not end before it begins. ISO days compare as text. */
export const endsAfterItBegins = ({ firstOn, lastOn }: { firstOn: string; lastOn: string }) => firstOn <= lastOn;

type NetworkSettings = ClosingRule & {
  name: { en: string; fr: string };
  timeZone: string;
  tooFewBelow: number;
  parityRule: ParityRule;
};

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const nameOf = ({ en, fr }: NetworkSettings["name"]) => [en, fr];

/** Names of the settings that differ, in a fixed order, for the activity entry; never their values. */
export function changedSettings(before: NetworkSettings, after: NetworkSettings): string[] {
  const changed: Record<keyof NetworkSettings, boolean> = {
    name: !same(nameOf(before.name), nameOf(after.name)),
    timeZone: before.timeZone !== after.timeZone,
    quebecDay: before.quebecDay !== after.quebecDay,
    weekendRule: before.weekendRule !== after.weekendRule,
    tooFewBelow: before.tooFewBelow !== after.tooFewBelow,
    parityRule: before.parityRule !== after.parityRule,
  };
  return Object.entries(changed).flatMap(([name, it]) => (it ? [name] : []));
}
