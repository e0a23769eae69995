import type { Level } from "./acts";
import type { Coalition, Customs, Marking } from "./coalition";

/** The rule as it was: by row, as of each batch, for members alone; a withdrawal was told and a day looked up. */
export const byRow = (of: Coalition): Marking => {
  const rows = new Map<string, { proposition: number; organization: number; level: Level }>();
  const set = (proposition: number, organization: number, level: Level) =>
    rows.set(`${proposition} ${organization}`, { proposition, organization, level });
  const setAll = (organization: number) => {
    for (const proposition of of.history.themes.keys()) {
      const { standing } = of.cell(proposition, organization);
      if (standing && standing.level < 3) set(proposition, organization, standing.level);
    }
  };
  return {
    // The narrowest of several calls for one act comes last, and is what the position was narrowed to.
    takenBack: ({ organization, proposition }, [audience = 1]) => {
      const level = (audience - 1) as Level;
      const known = rows.get(`${proposition} ${organization}`);
      set(proposition, organization, known && known.level < level ? known.level : level);
    },
    returned: setAll,
    batch: () => {
      rows.clear();
      for (let organization = 0; organization < of.history.organizations; organization += 1) {
        if (!of.isMember(organization)) continue;
        for (const proposition of of.history.themes.keys()) {
          const { standing } = of.cell(proposition, organization);
          const counts = standing !== null && standing.wording === of.wording(proposition);
          if (counts && standing.level < 3) set(proposition, organization, standing.level);
        }
      }
    },
    isMarked: (proposition, audience, _, day) => {
      const here = [...rows.values()].filter((it) => it.proposition === proposition && it.level < audience);
      if (day === null) return here.length > 0;
      const end = day + 1;
      const stoodHidden = (of.cells[proposition] ?? []).some(
        ({ revisions }, organization) =>
          of.isMember(organization, end) &&
          revisions.some((it) => it.level < audience && it.signedAt < end && (it.until === null || it.until >= end)),
      );
      const widened = here.some(({ organization }) => {
        const { standing } = of.cell(proposition, organization);
        return (
          standing !== null && standing.signedAt < end && standing.level >= audience && of.isMember(organization, end)
        );
      });
      return stoodHidden || widened;
    },
  };
};
export const asItWas: Customs = { withdrawingHides: false, wideningSignsAnew: false };
