import { accounts } from "@/lib/accounts/api";
import { passkeys } from "@/lib/accounts/api.passkeys";
import { providers } from "@/lib/accounts/api.providers";
import { agreement } from "@/lib/agreement/api";
import { boardPack } from "@/lib/board-pack/api";
import { home } from "@/lib/home/api";
import { library } from "@/lib/library/api";
import { administration } from "@/lib/network/api";
import { organizations } from "@/lib/organizations/api";
import { convening } from "@/lib/organizations/api.convener";
import { positions } from "@/lib/positions/api";
import { files } from "@/lib/positions/api.files";
import { summaries } from "@/lib/positions/api.summary";
import { proposals } from "@/lib/proposals/api";
import { themes } from "@/lib/propositions/api";
import { report } from "@/lib/report/api";
import { search } from "@/lib/search/api";
import { studies } from "@/lib/studies/api";

/** The list of doors: every read and every write of the product goes through one of these. */
export const router = {
  administration,
  agreement,
  convening,
  home,
  library,
  organizations,
  passkeys,
  people: accounts,
  positions: { ...positions, ...files, ...boardPack, ...summaries },
  proposals,
  providers,
  report,
  search,
  studies,
  themes,
};

export type Router = typeof router;
