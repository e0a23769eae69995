import type { Messages } from "../messages";
import access from "./fr/access.json";
import acting from "./fr/acting.json";
import administration from "./fr/administration.json";
import admission from "./fr/admission.json";
import agreement from "./fr/agreement.json";
import beside from "./fr/beside.json";
import codes from "./fr/codes.json";
import differences from "./fr/differences.json";
import errors from "./fr/errors.json";
import explorer from "./fr/explorer.json";
import home from "./fr/home.json";
import imports from "./fr/imports.json";
import invitations from "./fr/invitations.json";
import ladder from "./fr/ladder.json";
import library from "./fr/library.json";
import lists from "./fr/lists.json";
import mail from "./fr/mail.json";
import map from "./fr/map.json";
import organizations from "./fr/organizations.json";
import pack from "./fr/pack.json";
import papers from "./fr/papers.json";
import people from "./fr/people.json";
import positions from "./fr/positions.json";
import proposals from "./fr/proposals.json";
import rapporteurs from "./fr/rapporteurs.json";
import reference from "./fr/reference.json";
import report from "./fr/report.json";
import search from "./fr/search.json";
import shell from "./fr/shell.json";
import stances from "./fr/stances.json";
import studies from "./fr/studies.json";
import texts from "./fr/texts.json";
import themes from "./fr/themes.json";
import ui from "./fr/ui.json";

// The same keys as in English, or it does not compile.
export const fr = {
  access,
  acting,
  administration,
  admission,
  agreement,
  beside,
  codes,
  differences,
  errors,
  explorer,
  home,
  imports,
  ladder,
  invitations,
  library,
  lists,
  mail,
  map,
  organizations,
  pack,
  papers,
  people,
  positions,
  proposals,
  rapporteurs,
  reference,
  report,
  shell: { ...shell, search },
  stances,
  studies,
  texts,
  themes,
  ui,
} satisfies Messages;
