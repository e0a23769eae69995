import { administration } from "@/lib/administration/api";
import { agreement } from "@/lib/agreement/api";
import { home } from "@/lib/home/api";
import { library } from "@/lib/library/api";
import { organizations } from "@/lib/organizations/api";
import { convening } from "@/lib/organizations/api.convener";
import { people } from "@/lib/people/api";
import { passkeys } from "@/lib/people/api.passkeys";
import { providers } from "@/lib/people/api.providers";
import { positions } from "@/lib/positions/api";
import { packs } from "@/lib/positions/api.pack";
import { papers } from "@/lib/positions/api.papers";
import { summaries } from "@/lib/positions/api.summary";
import { report } from "@/lib/report/api";
import { search } from "@/lib/search/api";
import { studies } from "@/lib/studies/api";
import { themes } from "@/lib/themes/api";
import { proposals } from "@/lib/themes/api.proposals";

/** The list of doors: every read and every write of the product goes through one of these. */
export const router = {
  administration,
  agreement,
  convening,
  home,
  library,
  organizations,
  passkeys,
  people,
  positions: { ...positions, ...papers, ...packs, ...summaries },
  proposals,
  providers,
  report,
  search,
  studies,
  themes,
};

export type Router = typeof router;
