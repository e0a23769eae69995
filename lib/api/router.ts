import { accounts } from "@/lib/accounts/api";
import { administrators } from "@/lib/accounts/api.administrators";
import { emailChange } from "@/lib/accounts/api.email";
import { passkeys } from "@/lib/accounts/api.passkeys";
import { providers } from "@/lib/accounts/api.providers";
import { agreement } from "@/lib/agreement/api";
import { boardPack } from "@/lib/board-pack/api";
import { briefings } from "@/lib/briefings/api";
import { rapporteurs } from "@/lib/briefings/api.rapporteurs";
import { home } from "@/lib/home/api";
import { library } from "@/lib/library/api";
import { mandates } from "@/lib/mandates/api";
import { changes } from "@/lib/mandates/api.changes";
import { recovery } from "@/lib/mandates/api.recovery";
import { administration } from "@/lib/network/api";
import { offices } from "@/lib/offices/api";
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
import { talkingPoints } from "@/lib/talking-points/api";

/** Every read and every write of the product. The keys are the operations' names in the REST contract. */
export const router = {
  administration: { ...administration, administrators },
  agreement,
  briefings,
  convening: { ...convening, rapporteurs },
  emailChange,
  home,
  library,
  offices,
  organizations: { ...organizations, mandates, changes, recovery },
  passkeys,
  people: accounts,
  positions: { ...positions, ...files, ...boardPack, ...summaries },
  proposals,
  providers,
  report,
  search,
  studies,
  talkingPoints,
  themes,
};

export type Router = typeof router;
