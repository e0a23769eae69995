import accountsFile from "./en/accounts.json";
import agendaDeskFile from "./en/agenda-desk.json";
import agreement from "./en/agreement.json";
import amendmentsFile from "./en/amendments.json";
import boardPack from "./en/board-pack.json";
import briefingDatesFile from "./en/briefing-dates.json";
import briefingsFile from "./en/briefings.json";
import calendarFile from "./en/calendar.json";
import closingDaysFile from "./en/closing-days.json";
import codes from "./en/codes.json";
import discussionFile from "./en/discussion.json";
import apiErrors from "./en/errors.json";
import home from "./en/home.json";
import layout from "./en/layout.json";
import library from "./en/library.json";
import mail from "./en/mail.json";
import mandatesFile from "./en/mandates.json";
import membershipFile from "./en/membership.json";
import networkFile from "./en/network.json";
import officesFile from "./en/offices.json";
import organizationsFile from "./en/organizations.json";
import papersFile from "./en/papers.json";
import positionsFile from "./en/positions.json";
import proposalsFile from "./en/proposals.json";
import propositionsFile from "./en/propositions.json";
import reference from "./en/reference.json";
import report from "./en/report.json";
import search from "./en/search.json";
import stances from "./en/stances.json";
import studiesFile from "./en/studies.json";
import talkingPointsFile from "./en/talking-points.json";
import ui from "./en/ui.json";
import wordFile from "./en/word.json";

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

export const en = {
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
};
