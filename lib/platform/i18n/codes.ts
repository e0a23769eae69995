import codes from "@/locales/en/codes.json";

type Codes = typeof codes;

/** The codes that a group may hold: exactly those that readers see in words. */
export const codesOf = <Group extends keyof Codes>(group: Group) =>
  Object.keys(codes[group]) as [keyof Codes[Group] & string, ...(keyof Codes[Group] & string)[]];
