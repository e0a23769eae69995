import { Deadline } from "@/components/tasks/deadline";
import { Button } from "@/components/ui/button";
import { CodeChip, DigestChip } from "@/components/ui/code-chip";
import { IconButton } from "@/components/ui/icon-button";
import { Copy, PenLine } from "@/components/ui/icons";
import { ButtonLink, ExternalLink, Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { Stamp } from "@/components/ui/stamp";

const now = new Date("2026-11-24T16:42:00Z");
const due = (iso: string, opened = "2026-11-10T17:00:00Z") => ({ due: new Date(iso), opened: new Date(opened), now });

export function ShowActions() {
  return (
    <>
      <Section title="Buttons and links">
        <div className="actions pt-4">
          <Button variant="primary" icon={<PenLine />}>
            Endorse version 3
          </Button>
          <Button>Stand aside</Button>
          <Button variant="text">More answers</Button>
          <Button variant="danger">Withdraw</Button>
        </div>
        <div className="actions pt-2.5">
          <Button loading>Signing</Button>
          <Button variant="primary" loading icon={<PenLine />}>
            Endorsing version 3
          </Button>
          <Button reason="Waits for the French of clause 3">Release</Button>
        </div>
        <div className="actions pt-2.5" lang="fr">
          <Button variant="primary">Appuyer la version 3</Button>
          <Button>Se tenir à l’écart</Button>
          <Button>Renvoyer à la rédaction</Button>
        </div>
        <div className="actions pt-2.5">
          <Button small>Small</Button>
          <ButtonLink href="/components" small>
            Read the drafts
          </ButtonLink>
          <IconButton label="Copy" icon={<Copy />} />
          <IconButton label="Copy, small" icon={<Copy />} small variant="plain" />
          <Link href="/components">A link</Link>
          <ExternalLink href="https://www.un.org/">2005 World Summit Outcome</ExternalLink>
        </div>
      </Section>
      <Section title="Stamps, deadlines, codes">
        <p className="flex flex-wrap gap-2 pt-4">
          <Stamp kind="draft">Draft 6</Stamp>
          <Stamp>In discussion</Stamp>
          <Stamp kind="usable">Usable</Stamp>
          <Stamp kind="caution">Cautioned</Stamp>
          <Stamp kind="broken">Round stopped</Stamp>
          <Stamp kind="retired">Retired</Stamp>
          <Stamp kind="source">2007 source G2</Stamp>
          <Stamp kind="outside">Outside the source</Stamp>
          <Stamp kind="embargo">Embargo</Stamp>
          <Stamp kind="guest">Guest</Stamp>
          <Stamp kind="pen">Yours</Stamp>
        </p>
        <p className="flex flex-wrap gap-x-6 gap-y-3 pt-4">
          <Deadline {...due("2026-11-24T22:00:00Z")} readerZone="America/Vancouver" />
          <Deadline {...due("2026-11-27T22:00:00Z")} readerZone="America/Vancouver" />
          <Deadline {...due("2026-11-29T22:00:00Z")} wholeDay="own" />
          <Deadline {...due("2026-12-09T22:00:00Z", "2026-11-20T22:00:00Z")} />
          <Deadline {...due("2026-11-20T22:00:00Z")} />
        </p>
        <p className="flex flex-wrap items-center gap-2 pt-4">
          <CodeChip code="RC" name="Red Cedar Women and Peace Circle" />
          <CodeChip code="SW" name="Still Waters Faith and Peace Fellowship" out />
          <DigestChip digest="8f2c41d0a97ec41e07d95b20e1f6" />
        </p>
      </Section>
    </>
  );
}
