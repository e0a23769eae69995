import { isSomeHidden } from "@/lib/agreement/rules.concealed";
import type { Level } from "./acts";
import type { Coalition, Customs, Marking } from "./coalition";

/** The rule as it is. */
export const byTheme = (of: Coalition): Marking => {
  type Mark = { theme: number; organization: number; audience: Level; since: number; until: number | null };
  const marks: Mark[] = [];
  let last = Number.NEGATIVE_INFINITY;
  const themeOf = (proposition: number) => of.history.themes[proposition] ?? 0;
  const reasonsOf = (organization: number, audience: Level) =>
    new Set(
      of.history.themes.flatMap((theme, proposition) => {
        const { standing, steps } = of.cell(proposition, organization);
        const current = of.wording(proposition);
        const stands = standing !== null && standing.wording === current;
        if (stands && standing.level >= audience) return [];
        const wasShown = steps.some((it) => it.to >= audience && it.wording === current);
        return stands || wasShown ? [theme] : [];
      }),
    );
  const each = (work: (organization: number, audience: Level) => void) => {
    for (let organization = 0; organization < of.history.organizations; organization += 1)
      for (const audience of [1, 2, 3] as const) work(organization, audience);
  };
  return {
    takenBack: ({ organization, proposition }, audiences, since) => {
      for (const audience of audiences)
        marks.push({ theme: themeOf(proposition), organization, audience, since, until: null });
    },
    returned: () => undefined,
    batch: (time, endsQuarter) => {
      each((organization, audience) => {
        const reasons = reasonsOf(organization, audience);
        const open = marks.filter(
          (it) => it.organization === organization && it.audience === audience && it.until === null,
        );
        for (const theme of reasons)
          if (!open.some((it) => it.theme === theme))
            marks.push({ theme, organization, audience, since: last, until: null });
        if (endsQuarter) for (const it of open) if (!reasons.has(it.theme)) it.until = time;
      });
      last = time;
    },
    isMarked: (proposition, audience, blanks, day) => {
      const marked = marks.some(
        ({ theme, audience: from, since, until }) =>
          theme === themeOf(proposition) &&
          from === audience &&
          (day === null ? until === null : since < day + 1 && (until === null || until >= day + 1)),
      );
      return isSomeHidden(marked ? "blanks" : "nothing", blanks);
    },
  };
};
export const asItIs: Customs = { withdrawingHides: true, wideningSignsAnew: true };
