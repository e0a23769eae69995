import type { Messages } from "@/lib/platform/i18n/messages";
import accountsFile from "./fr/accounts.json";
import agendaDeskFile from "./fr/agenda-desk.json";
import agreement from "./fr/agreement.json";
import amendmentsFile from "./fr/amendments.json";
import boardPack from "./fr/board-pack.json";
import briefingDatesFile from "./fr/briefing-dates.json";
import briefingsFile from "./fr/briefings.json";
import calendarFile from "./fr/calendar.json";
import closingDaysFile from "./fr/closing-days.json";
import codes from "./fr/codes.json";
import discussionFile from "./fr/discussion.json";
import apiErrors from "./fr/errors.json";
import home from "./fr/home.json";
import layout from "./fr/layout.json";
import library from "./fr/library.json";
import mail from "./fr/mail.json";
import mandatesFile from "./fr/mandates.json";
import membershipFile from "./fr/membership.json";
import networkFile from "./fr/network.json";
import officesFile from "./fr/offices.json";
import organizationsFile from "./fr/organizations.json";
import papersFile from "./fr/papers.json";
import positionsFile from "./fr/positions.json";
import proposalsFile from "./fr/proposals.json";
import propositionsFile from "./fr/propositions.json";
import reference from "./fr/reference.json";
import report from "./fr/report.json";
import search from "./fr/search.json";
import stances from "./fr/stances.json";
import studiesFile from "./fr/studies.json";
import talkingPointsFile from "./fr/talking-points.json";
import ui from "./fr/ui.json";
import wordFile from "./fr/word.json";

// Each noun's errors stand in its file; the API finds all of them by their key alone.
const { errors: accountsErrors, ...accounts } = accountsFile;
const { errors: agendaDeskErrors, ...agendaDesk } = agendaDeskFile;
const { errors: amendmentsErrors, ...amendments } = amendmentsFile;
const { errors: briefingDatesErrors, ...briefingDates } = briefingDatesFile;
const { errors: briefingsErrors, ...briefings } = briefingsFile;
const { errors: closingDaysErrors, ...closingDays } = closingDaysFile;
const { errors: calendarErrors, ...calendar } = calendarFile;
const { errors: discussionErrors, ...discussion } = discussionFile;
const { errors: mandatesErrors, ...mandates } = mandatesFile;
const { errors: membershipErrors, ...membership } = membershipFile;
const { errors: networkErrors, ...network } = networkFile;
const { errors: officesErrors, ...offices } = officesFile;
const { errors: organizationsErrors, ...organizations } = organizationsFile;
const { errors: papersErrors, ...papers } = papersFile;
const { errors: positionsErrors, ...positions } = positionsFile;
const { errors: proposalsErrors, ...proposals } = proposalsFile;
const { errors: propositionsErrors, ...propositions } = propositionsFile;
const { errors: studiesErrors, ...studies } = studiesFile;
const { errors: talkingPointsErrors, ...talkingPoints } = talkingPointsFile;
const { errors: wordErrors, ...word } = wordFile;
const errors = {
  ...apiErrors,
  ...accountsErrors,
  ...agendaDeskErrors,
  ...amendmentsErrors,
  ...briefingDatesErrors,
  ...briefingsErrors,
  ...closingDaysErrors,
  ...calendarErrors,
  ...discussionErrors,
  ...mandatesErrors,
  ...membershipErrors,
  ...networkErrors,
  ...officesErrors,
  ...organizationsErrors,
  ...papersErrors,
  ...positionsErrors,
  ...proposalsErrors,
  ...propositionsErrors,
  ...studiesErrors,
  ...talkingPointsErrors,
  ...wordErrors,
};

// The same keys as in English, or it does not compile.
export const fr = {
  accounts,
  agendaDesk,
  agreement,
  amendments,
  boardPack,
  briefingDates,
  briefings,
  closingDays,
  calendar,
  codes,
  discussion,
  errors,
  home,
  layout,
  library,
  mail,
  mandates,
  membership,
  network,
  offices,
  organizations,
  papers,
  positions,
  proposals,
  propositions,
  reference,
  report,
  search,
  stances,
  studies,
  talkingPoints,
  ui,
  word,
} satisfies Messages;
