import { readFileSync } from "node:fs";
import { findParts } from "../nouns";
import { type Subject, subjects } from "./subjects";

export { type Subject, subjects };

const table = `
# positions                                              vis out app obs rep thm pub sig exp prg old oth cnv gst adm rpt
positions.get                     organization           -   -   -   -   yes yes yes yes yes yes yes -   -   -   - -
positions.get                     convener               -   -   -   -   yes yes yes yes yes yes yes -   yes -   - -
positions.get                     network                -   -   -   yes yes yes yes yes yes yes yes yes yes -   - yes
positions.get                     public                 yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes
positions.get                     quiet                  -   -   -   yes yes yes yes yes yes yes yes yes yes -   - yes
positions.get                     drafted                -   -   -   -   yes yes yes yes yes yes yes -   -   -   - -
positions.history                 organization           -   -   -   -   yes yes yes yes yes yes yes -   -   -   - -
positions.history                 convener               -   -   -   -   yes yes yes yes yes yes yes -   yes -   - -
positions.history                 network                -   -   -   yes yes yes yes yes yes yes yes yes yes -   - yes
positions.history                 public                 yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes
positions.history                 quiet                  -   -   -   yes yes yes yes yes yes yes yes yes yes -   - yes
positions.history                 drafted                -   -   -   -   yes yes yes yes yes yes yes -   -   -   - -
positions.list                    organization           -   -   -   -   yes yes yes yes yes yes yes -   -   -   - -
positions.list                    convener               -   -   -   -   yes yes yes yes yes yes yes -   yes -   - -
positions.list                    network                -   -   -   yes yes yes yes yes yes yes yes yes yes -   - yes
positions.list                    public                 yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes
positions.list                    quiet                  -   -   -   yes yes yes yes yes yes yes yes yes yes -   - yes
positions.list                    drafted                -   -   -   -   yes yes yes yes yes yes yes -   -   -   - -
positions.list                    draft-and-standing     -   -   -   -   yes yes yes yes yes yes yes -   -   -   - -
positions.export                  organization           -   -   -   -   yes yes yes yes yes yes yes -   -   -   - -
positions.export                  convener               -   -   -   -   yes yes yes yes yes yes yes -   yes -   - -
positions.export                  network                -   -   -   yes yes yes yes yes yes yes yes yes yes -   - yes
positions.export                  public                 yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes
positions.export                  quiet                  -   -   -   yes yes yes yes yes yes yes yes yes yes -   - yes
agreement.get                     organization           -   -   -   -   yes yes yes yes yes yes yes -   -   -   - -
agreement.get                     convener               -   -   -   -   yes yes yes yes yes yes yes -   yes -   - -
agreement.get                     network                -   -   -   yes yes yes yes yes yes yes yes yes yes -   - yes
agreement.get                     public                 yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes
agreement.get                     quiet                  -   -   -   yes yes yes yes yes yes yes yes yes yes -   - yes
agreement.get                     concealed-from-nobody  -   -   -   -   yes yes yes yes yes yes yes -   -   -   - -
positions.ours                    organization           no  -   -   -   yes yes yes yes yes yes yes -   -   -   - -
positions.ours                    may-draft              no  -   -   -   yes -   yes yes -   yes yes -   -   -   - -
positions.ours                    may-publish            no  -   -   -   -   -   -   yes -   yes yes -   -   -   - -
home.read                         awaiting               no  -   -   -   yes yes yes yes yes yes yes -   -   -   - -
home.read                         may-sign               no  -   -   -   -   -   yes yes -   yes yes -   -   -   - -
home.read                         proposed               no  -   -   -   -   -   -   -   -   -   -   -   yes -   - -
home.read                         applied                no  -   -   -   -   -   -   -   -   -   -   -   yes -   - -
# drafting                                               vis out app obs rep thm pub sig exp prg old oth cnv gst adm rpt
positions.saveDraft               nothing                no  -   -   -   yes no  yes yes no  yes yes -   -   -   - -
positions.saveDraft               hidden                 no  -   -   -   yes no  yes yes no  yes yes -   -   -   - -
positions.saveDraft               shown                  no  no  no  no  yes no  yes yes no  yes yes no  no  no  no no
positions.discardDraft            hidden                 no  -   -   -   yes no  yes yes no  yes yes -   -   -   - -
positions.discardDraft            shown                  no  no  no  no  yes no  yes yes no  yes yes no  no  no  no no
positions.submit                  hidden                 no  -   -   -   yes no  yes yes no  yes yes -   -   -   - -
positions.submit                  shown                  no  no  no  no  yes no  yes yes no  yes yes no  no  no  no no
# committing                                             vis out app obs rep thm pub sig exp prg old oth cnv gst adm rpt
positions.signOff                 hidden                 no  -   -   -   no  no  yes yes no  yes no  -   -   -   - -
positions.signOff                 returning-hidden       no  -   -   -   no  no  yes yes no  yes no  -   -   -   - -
positions.signOff                 shown                  no  no  no  no  no  no  yes yes no  yes no  no  no  no  no no
positions.signOff                 returning-shown        no  no  no  no  no  no  yes yes no  yes no  no  no  no  no no
positions.signOff                 public-words           no  -   -   -   no  no  no  yes no  yes no  -   -   -   - -
positions.signOff                 first-of-two           no  -   -   -   no  no  -   -   no  -   no  -   -   -   - -
positions.conflicts               ours                   no  -   -   -   yes yes yes yes yes yes yes -   -   -   - -
positions.withdraw                convener               no  -   -   -   no  no  yes yes no  yes no  -   no  -   - -
positions.withdraw                public                 no  no  no  no  no  no  yes yes no  yes no  no  no  no  no no
positions.confirm                 network                no  -   -   no  no  no  yes yes no  yes no  no  no  -   - no
positions.confirm                 public                 no  no  no  no  no  no  no  yes no  yes no  no  no  no  no no
positions.requestConfirmations    public                 no  -   -   -   yes yes yes 409 yes 409 409 -   -   -   - -
positions.changeVisibility        narrowing              no  no  no  no  no  no  yes yes no  yes no  no  no  no  no no
positions.changeVisibility        widening               no  -   -   no  no  no  no  yes no  yes no  no  no  -   - no
# files                                                  vis out app obs rep thm pub sig exp prg old oth cnv gst adm rpt
positions.template                ours                   no  -   -   -   yes yes yes yes yes yes yes -   -   -   - -
positions.imports                 ours                   no  -   -   -   yes yes yes yes yes yes yes -   -   -   - -
positions.pack                    ours                   no  -   -   -   yes yes yes yes yes yes yes -   -   -   - -
positions.packFile                ours                   no  -   -   -   yes yes yes yes yes yes yes -   -   -   - -
positions.decision                submitted              no  -   -   -   yes yes yes yes yes yes yes -   -   -   - -
positions.import                  ours                   no  -   -   -   yes no  yes yes no  yes yes -   -   -   - -
positions.importProgress          own                    no  yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes
positions.importProgress          another's              no  -   -   -   -   -   -   -   -   -   -   -   -   -   - -
positions.undoImport              ours                   no  -   -   -   yes no  yes yes no  yes yes -   -   -   - -
# annotations                                            vis out app obs rep thm pub sig exp prg old oth cnv gst adm rpt
positions.annotations.read        network                no  -   -   yes yes yes yes yes yes yes yes yes yes -   - yes
positions.annotations.read        may-join               no  -   -   -   -   -   yes yes -   yes yes -   -   -   - -
positions.annotations.read        may-explain            no  -   -   -   -   -   yes yes -   yes yes -   -   -   - -
positions.annotations.joins       given                  -   -   -   yes yes yes yes yes yes yes yes yes yes -   - yes
positions.annotations.joins       signed-once            -   -   -   -   yes yes yes yes yes yes yes -   -   -   - -
positions.annotations.joins       by-quiet               -   -   -   yes yes yes yes yes yes yes yes yes yes -   - yes
positions.annotations.joined      given                  -   -   -   yes yes yes yes yes yes yes yes yes yes -   - yes
positions.annotations.joined      hidden-text            -   -   -   -   -   -   -   -   -   -   -   -   yes -   - -
positions.annotations.join        network                no  -   -   no  no  no  yes yes no  yes no  no  no  -   - no
positions.annotations.join        publicly               no  -   -   no  no  no  no  yes no  yes no  no  no  -   - no
positions.annotations.leave       given                  no  no  no  no  no  no  yes yes no  yes no  no  no  no  no no
positions.annotations.explanations network                -   -   -   yes yes yes yes yes yes yes yes yes yes -   - yes
positions.annotations.explanations signed-once            -   -   -   -   yes yes yes yes yes yes yes -   -   -   - -
positions.annotations.explain     public                 no  no  no  no  no  no  yes yes no  yes no  no  no  no  no no
positions.annotations.explain     publicly               no  no  no  no  no  no  no  yes no  yes no  no  no  no  no no
positions.annotations.withdrawExplanation convener            no  -   -   -   no  no  yes yes no  yes no  -   no  -   - -
# organizations                                          vis out app obs rep thm pub sig exp prg old oth cnv gst adm rpt
organizations.get                 ours                   yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes
organizations.get                 quiet                  -   -   -   yes yes yes yes yes yes yes yes yes yes -   - yes
organizations.get                 applied                -   -   yes -   -   -   -   -   -   -   -   -   yes -   - -
organizations.get                 mandates               -   -   -   -   yes yes yes yes yes yes yes -   -   -   - -
organizations.list                quiet                  -   -   -   yes yes yes yes yes yes yes yes yes yes -   - yes
organizations.list                applied                -   -   yes -   -   -   -   -   -   -   -   -   yes -   - -
organizations.similar             quiet                  -   -   -   yes yes yes yes yes yes yes yes yes yes -   - yes
organizations.similar             applied                -   -   yes -   -   -   -   -   -   -   -   -   yes -   - -
organizations.applications        applied                no  no  no  no  no  no  no  no  no  no  no  no  yes no  no no
organizations.admission           ours                   no  no  no  no  yes yes yes yes yes yes yes no  yes no  no no
organizations.admission           quiet                  no  -   -   no  no  no  no  no  no  no  no  no  yes -   - no
organizations.admission           applied                no  -   yes -   -   -   -   -   -   -   -   -   yes -   - -
organizations.admission           people-counted         no  no  no  no  -   yes yes yes -   yes yes no  -   no  no no
organizations.history             ours                   no  no  no  no  yes yes yes yes yes yes yes no  yes no  no no
organizations.history             quiet                  no  -   -   no  no  no  no  no  no  no  no  no  yes -   - no
organizations.history             applied                no  -   yes -   -   -   -   -   -   -   -   -   yes -   - -
organizations.texts               ours                   no  no  no  yes yes yes yes yes yes yes yes yes yes no  no yes
organizations.texts               quiet                  no  -   -   yes yes yes yes yes yes yes yes yes yes -   - yes
organizations.texts               applied                no  -   yes -   -   -   -   -   -   -   -   -   yes -   - -
organizations.texts               who-changed            no  no  no  -   yes yes yes yes yes yes yes -   yes no  no -
organizations.change              ours                   no  no  no  no  no  yes yes yes no  yes no  no  no  no  no no
organizations.change              quiet                  no  -   -   no  no  no  no  no  no  no  no  no  no  -   - no
organizations.change              listing                no  -   -   no  no  yes no  yes no  yes no  no  no  -   - no
# deciding                                               vis out app obs rep thm pub sig exp prg old oth cnv gst adm rpt
organizations.decide              admit                  no  -   no  -   -   -   -   -   -   -   no  -   yes -   - -
organizations.decide              suspend                no  no  no  no  no  no  no  no  no  no  no  no  yes no  no no
organizations.decide              leave                  no  no  no  no  no  yes yes yes no  yes no  no  no  no  no no
organizations.decide              leave-convening        no  no  no  no  no  no  no  no  no  no  no  no  409 no  no no
organizations.decide              return                 no  -   -   no  yes yes yes yes yes yes no  no  no  -   - no
convening.offer                   ours                   no  no  no  no  no  no  no  no  no  no  no  no  409 no  no no
convening.answer                  declining              no  -   -   -   no  yes yes yes no  yes no  -   no  -   - -
convening.answer                  taking-back            no  -   -   -   no  no  no  no  no  no  no  -   yes -   - -
convening.name                    convening              no  no  no  no  no  no  no  no  no  no  no  no  yes no  no no
# rapporteurs                                            vis out app obs rep thm pub sig exp prg old oth cnv gst adm rpt
convening.rapporteurs.list        named                  no  -   -   yes yes yes yes yes yes yes yes yes yes -   -   yes
convening.rapporteurs.list        may-name               no  -   -   -   -   -   -   -   -   -   -   -   yes -   -   -
convening.rapporteurs.name        known                  no  no  no  no  no  no  no  no  no  no  no  no  yes no  no  no
convening.rapporteurs.end         own                    no  -   -   yes yes yes yes yes yes yes no  yes yes -   -   yes
convening.rapporteurs.end         another's              no  -   -   no  no  no  no  no  no  no  no  no  yes -   -   no
# mandates                                               vis out app obs rep thm pub sig exp prg old oth cnv gst adm rpt
organizations.people.directory    known                  no  -   -   yes yes yes yes yes yes yes yes yes yes -   - yes
organizations.people.directory    hidden                 no  -   -   -   yes yes yes yes yes yes yes -   -   -   - -
organizations.people.list         hidden                 no  -   -   -   yes yes yes yes yes yes yes -   -   -   - -
organizations.people.list         quiet                  no  -   -   yes yes yes yes yes yes yes yes yes yes -   - yes
organizations.people.invite       ours                   no  -   -   -   no  yes yes yes no  yes no  -   -   -   - -
organizations.people.show         own                    no  -   -   -   yes yes yes yes yes no  yes -   -   -   - -
organizations.people.show         another's              no  -   -   -   no  no  no  no  no  no  no  -   -   -   - -
organizations.people.end          another's              no  -   -   -   no  yes yes yes no  yes no  -   -   -   - -
organizations.invitations.list    ours                   no  -   -   -   no  yes yes yes no  yes yes -   -   -   - -
organizations.invitations.resend  ours                   no  -   -   -   no  yes yes yes no  yes no  -   -   -   - -
organizations.invitations.revoke  ours                   no  -   -   -   no  yes yes yes no  yes yes -   -   -   - -
organizations.mandates.list       ours                   no  -   -   -   yes yes yes yes yes yes yes -   -   -   - -
organizations.mandates.list       may-grant              no  -   -   -   -   yes yes yes -   yes yes -   -   -   - -
organizations.mandates.grant      ours                   no  -   -   -   no  no  yes yes no  yes no  -   -   -   - -
organizations.mandates.request    ours                   no  -   -   -   409 409 409 409 yes 409 409 -   -   -   - -
organizations.mandates.revoke     ours                   no  -   -   -   no  no  yes yes no  yes no  -   -   -   - -
# proposals                                              vis out app obs rep thm pub sig exp prg old oth cnv gst adm rpt
proposals.get                     drafted                no  -   -   -   yes yes yes yes yes yes yes -   -   -   - -
proposals.get                     proposed               no  -   -   yes yes yes yes yes yes yes yes yes yes -   - yes
proposals.get                     answer                 no  -   -   -   yes yes yes yes yes yes yes -   yes -   - -
proposals.list                    drafted                no  -   -   -   yes yes yes yes yes yes yes -   -   -   - -
proposals.list                    proposed               no  -   -   yes yes yes yes yes yes yes yes yes yes -   - yes
proposals.history                 drafted                no  -   -   -   yes yes yes yes yes yes yes -   -   -   - -
proposals.history                 proposed               no  -   -   yes yes yes yes yes yes yes yes yes yes -   - yes
proposals.near                    proposed               no  -   -   yes yes yes yes yes yes yes yes yes yes -   - yes
proposals.propose                 ours                   no  -   -   -   yes no  yes yes no  yes yes -   -   -   - -
proposals.change                  drafted                no  -   -   -   yes no  yes yes no  yes yes -   -   -   - -
proposals.change                  proposed               no  -   -   no  yes no  yes yes no  yes yes no  no  -   - no
proposals.withdraw                proposed               no  -   -   no  yes no  yes yes no  yes yes no  no  -   - no
proposals.open                    proposed               no  -   -   no  no  no  no  no  no  no  no  no  yes -   - no
proposals.merge                   proposed               no  -   -   no  no  no  no  no  no  no  no  no  yes -   - no
proposals.decline                 proposed               no  -   -   no  no  no  no  no  no  no  no  no  yes -   - no
proposals.judge                   proposed               no  -   -   no  no  no  no  no  no  no  no  no  yes -   - no
proposals.reword                  fresh                  no  no  no  no  no  no  no  no  no  no  no  no  yes no  no no
positions.views.save              own                    no  no  no  yes yes yes yes yes yes yes yes yes yes no  no yes
positions.views.discard           own                    no  no  no  yes yes yes yes yes yes yes yes yes yes no  no yes
positions.views.discard           another's              no  no  no  -   -   -   -   -   -   -   -   -   -   no  no -
positions.views.list              another's              no  -   -   -   -   -   -   -   -   -   -   -   -   -   - -
# accounts                                               vis out app obs rep thm pub sig exp prg old oth cnv gst adm rpt
people.me                         own                    no  yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes
people.listSessions               own                    no  yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes
people.listTokens                 own                    no  yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes
passkeys.list                     own                    no  yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes
people.me                         may-make-tokens        no  yes yes yes yes yes yes yes yes -   yes yes yes yes yes yes
people.changeProfile              own                    no  yes yes yes yes yes yes yes yes no  yes yes yes yes yes yes
people.endSession                 own                    no  yes yes yes yes yes yes yes yes no  yes yes yes yes yes yes
people.endSession                 another's              no  -   -   -   -   -   -   -   -   no  -   -   -   -   - -
people.endOtherSessions           own                    no  yes yes yes yes yes yes yes yes no  yes yes yes yes yes yes
people.createToken                reading                no  yes yes yes yes yes yes yes yes no  yes yes yes yes yes yes
people.createToken                committing             no  yes yes yes yes yes yes yes yes no  no  yes yes yes yes yes
people.revokeToken                own                    no  yes yes yes yes yes yes yes yes no  yes yes yes yes yes yes
people.revokeToken                another's              no  -   -   -   -   -   -   -   -   -   -   -   -   -   - -
people.listSessions               another's              no  -   -   -   -   -   -   -   -   -   -   -   -   -   - -
people.listTokens                 another's              no  -   -   -   -   -   -   -   -   -   -   -   -   -   - -
passkeys.list                     another's              no  -   -   -   -   -   -   -   -   -   -   -   -   -   - -
emailChange.read                  own                    no  yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes
emailChange.read                  another's              no  -   -   -   -   -   -   -   -   -   -   -   -   -   - -
emailChange.request               own                    no  yes yes yes yes yes yes yes yes no  no  yes yes yes yes yes
emailChange.stop                  own                    no  yes yes yes yes yes yes yes yes no  yes yes yes yes yes yes
emailChange.stop                  another's              no  -   -   -   -   -   -   -   -   no  -   -   -   -   - -
passkeys.beginAdding              own                    no  yes yes yes yes yes yes yes yes no  no  yes yes yes yes yes
passkeys.rename                   own                    no  yes yes yes yes yes yes yes yes no  yes yes yes yes yes yes
passkeys.rename                   another's              no  -   -   -   -   -   -   -   -   no  -   -   -   -   - -
passkeys.remove                   own                    no  yes yes yes yes yes yes yes yes no  yes yes yes yes yes yes
passkeys.remove                   another's              no  -   -   -   -   -   -   -   -   no  -   -   -   -   - -
# network                                                vis out app obs rep thm pub sig exp prg old oth cnv gst adm rpt
administration.network            blackouts              -   -   -   yes yes yes yes yes yes yes yes yes yes -   yes yes
administration.changeNetwork      settings               no  no  no  no  no  no  no  no  no  no  no  no  no  no  yes no
administration.administrators     administrators         no  -   -   -   -   -   -   -   -   -   -   -   -   -   yes -
providers.list                    ours                   no  -   -   -   -   -   -   -   -   -   -   -   -   -   yes -
providers.configure               fresh                  no  no  no  no  no  no  no  no  no  no  no  no  no  no  yes no
providers.remove                  fresh                  no  no  no  no  no  no  no  no  no  no  no  no  no  no  yes no
`;

export type MatrixRow = { endpoint: string; caseName: string; expected: Record<Subject, string> };

function toRow(line: string): MatrixRow {
  const [endpoint = "", caseName = "", ...cells] = line.split(/\s+/);
  if (cells.length !== subjects.length) throw new Error(`${endpoint} ${caseName}: one cell for each subject`);
  const expected = Object.fromEntries(subjects.map((it, i) => [it, cells[i] ?? ""])) as MatrixRow["expected"];
  return { endpoint, caseName, expected };
}

/** The rows of a noun that came later are in a file of its own. */
export const rows: MatrixRow[] = [table, ...findParts("rows.txt").map((file) => readFileSync(file, "utf8"))]
  .flatMap((text) => text.split("\n"))
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map(toRow);
