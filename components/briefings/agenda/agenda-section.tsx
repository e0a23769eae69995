import { AgendaView } from "./agenda-view";
import { loadAgendaSection } from "./load-agenda";

/** The agenda of a meeting, as a part of its page. */
export async function AgendaSection({ slug }: { slug: string }) {
  return <AgendaView facts={await loadAgendaSection(slug)} place="section" />;
}
