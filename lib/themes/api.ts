import { open } from "@/lib/platform/procedure";
import { getProposition, listDilemmas, listPropositions, listThemes } from "./read";
import { dilemmaList, listInput, proposition, propositionInput, propositionList, propositionsInput, themeList } from "./schema";

const tags = ["Themes and propositions"];

export const themes = {
  list: open
    .route({ method: "GET", path: "/themes", summary: "The themes, in the report's order", tags })
    .input(listInput)
    .output(themeList)
    .handler(({ input }) => listThemes(input)),
  propositions: open
    .route({ method: "GET", path: "/propositions", summary: "The propositions, with what the report says of them", tags })
    .input(propositionsInput)
    .output(propositionList)
    .handler(({ input }) => listPropositions(input)),
  proposition: open
    .route({ method: "GET", path: "/propositions/{slug}", summary: "One proposition", tags })
    .input(propositionInput)
    .output(proposition)
    .handler(({ input }) => getProposition(input.slug)),
  dilemmas: open
    .route({ method: "GET", path: "/dilemmas", summary: "The report's dilemmas and the propositions they join", tags })
    .input(listInput)
    .output(dilemmaList)
    .handler(({ input }) => listDilemmas(input)),
};
