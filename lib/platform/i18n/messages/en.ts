import access from "./en/access.json";
import acting from "./en/acting.json";
import administration from "./en/administration.json";
import admission from "./en/admission.json";
import agreement from "./en/agreement.json";
import beside from "./en/beside.json";
import codes from "./en/codes.json";
import differences from "./en/differences.json";
import errors from "./en/errors.json";
import explorer from "./en/explorer.json";
import home from "./en/home.json";
import imports from "./en/imports.json";
import invitations from "./en/invitations.json";
import ladder from "./en/ladder.json";
import library from "./en/library.json";
import lists from "./en/lists.json";
import mail from "./en/mail.json";
import map from "./en/map.json";
import organizations from "./en/organizations.json";
import pack from "./en/pack.json";
import papers from "./en/papers.json";
import people from "./en/people.json";
import positions from "./en/positions.json";
import proposals from "./en/proposals.json";
import rapporteurs from "./en/rapporteurs.json";
import reference from "./en/reference.json";
import report from "./en/report.json";
import search from "./en/search.json";
import shell from "./en/shell.json";
import stances from "./en/stances.json";
import studies from "./en/studies.json";
import texts from "./en/texts.json";
import themes from "./en/themes.json";
import ui from "./en/ui.json";

export const en = {
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
};
