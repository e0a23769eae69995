import { seededRandom } from "@/lib/math/random";
import type { Act, History, Level } from "./acts";

/** Shown to the attacker, hidden from them, or nothing said. */
type State = "shown" | "hidden" | "silent";

/**
 * A coalition that lives by chance. However it lives, a blank hides something with the same chance `hides`, by all that anybody
 * can see: whoever knows no more than the cells cannot name anybody. What an attacker names beyond that, the marks told them.
 */
export function drawHistory(seed: number): History {
  const chance = seededRandom(seed);
  const below = (count: number) => Math.floor(chance() * count);
  const audience = ([2, 2, 2, 1, 3] as const)[below(5)] ?? 2;
  const organizations = 5 + below(6);
  const themeCount = 1 + below(4);
  const themes = Array.from({ length: themeCount + below(6) }, (_, at) => (at < themeCount ? at : below(themeCount)));
  const hides = [0.03, 0.1, 0.2, 0.3, 0.5][below(5)] ?? 0.2;
  const speaks = 0.25 + 0.5 * chance();
  const pace = 0.02 + 0.06 * chance();
  const moves = 0.01 + 0.03 * chance();
  const bursts = chance() < 0.5;
  const length = 15 + below(25);
  const starts = Math.max(4, organizations - below(3));

  const hidden = (): Level => below(audience) as Level;
  const shown = (): Level => (audience + below(4 - audience)) as Level;
  const cells: State[][] = themes.map(() => Array<State>(organizations).fill("silent"));
  const member = Array.from({ length: organizations }, () => false);
  const days: Act[][] = [];
  let today: Act[] = [];

  const become = (proposition: number, organization: number, next: State) => {
    const row = cells[proposition] ?? [];
    const at = { organization, proposition };
    const was = row[organization];
    if (next === "shown" && was === "hidden" && chance() < 0.5) today.push({ kind: "show", ...at, level: shown() });
    else if (next === "shown") today.push({ kind: "sign", ...at, level: shown() });
    else if (next === "hidden" && was === "shown" && chance() < 0.7)
      today.push({ kind: "show", ...at, level: hidden() });
    else if (next === "hidden") today.push({ kind: "sign", ...at, level: hidden() });
    else today.push({ kind: "withdraw", ...at });
    row[organization] = next;
  };
  const blankAs = (): State => (chance() < hides ? "hidden" : "silent");

  const enter = (organization: number) => {
    member[organization] = true;
    for (const proposition of themes.keys()) {
      const first: State = chance() < speaks ? "shown" : blankAs();
      if (first !== "silent") become(proposition, organization, first);
    }
  };
  /** One cell lives on: shown and blank change places, and a blank changes its mind unseen, so that `hides` stays what it was. */
  const live = (proposition: number, organization: number) => {
    const was = cells[proposition]?.[organization];
    if (was === "shown") {
      const next = chance() < 0.5 ? blankAs() : "shown";
      if (chance() < 0.6) become(proposition, organization, next);
    } else if (chance() < 0.35) become(proposition, organization, "shown");
    else {
      const next = blankAs();
      if (next !== was) become(proposition, organization, next);
    }
  };
  const reword = (proposition: number) => {
    today.push({ kind: "reword", proposition });
    for (const [organization, state] of (cells[proposition] ?? []).entries()) {
      if (!member[organization]) continue;
      if (state !== "silent") today.push({ kind: "confirm", organization, proposition });
    }
  };
  const moveSomebody = () => {
    const organization = below(organizations);
    const away = !member[organization];
    const entered = days.some((acts) => acts.some((it) => it.kind === "join" && it.organization === organization));
    if (!away) {
      today.push({ kind: "suspend", organization });
      member[organization] = false;
    } else if (entered) {
      today.push({ kind: "return", organization });
      member[organization] = true;
    } else {
      today.push({ kind: "join", organization });
      enter(organization);
    }
  };

  for (let organization = 0; organization < starts; organization += 1) {
    today.push({ kind: "join", organization });
    enter(organization);
  }
  days.push(today);
  for (let day = 1; day < length; day += 1) {
    today = [];
    if (chance() < moves * 6) moveSomebody();
    if (chance() < moves && member.every(Boolean)) reword(below(themes.length));
    for (let organization = 0; organization < organizations; organization += 1) {
      if (!member[organization]) continue;
      const desk = bursts ? chance() < pace * 2 : true;
      for (const proposition of themes.keys())
        if (desk && chance() < (bursts ? 0.5 : pace)) live(proposition, organization);
    }
    days.push(today);
  }
  const quarters = new Set([Math.floor(length / 3 + chance() * (length / 3))]);
  return { organizations, themes, audience, days, quarters };
}
