import { SignPanel } from "@/components/forms/sign-panel";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorBlock } from "@/components/ui/error-block";
import { ButtonLink } from "@/components/ui/link";
import { Progress } from "@/components/ui/progress";
import { Section } from "@/components/ui/section";
import { SkeletonLines } from "@/components/ui/skeleton-line";

export function ShowStates() {
  return (
    <>
      <Section title="Empty, wrong, changed, waiting">
        <EmptyState action={<ButtonLink href="/components">Record a position</ButtonLink>}>
          Nothing is waiting. You could record a position on “Focus on Africa in the near term”.
        </EmptyState>
        <div className="grid gap-5 pt-2">
          <ErrorBlock
            tone="amber"
            title="The words changed while you were reading."
            actions={<Button>Compare 3 and 4</Button>}
          >
            Nothing was signed. Your reservation is kept; read version 4, then decide.
          </ErrorBlock>
          <ErrorBlock title="Not sent.">
            Your text is kept on this device. We try again when you are connected.
          </ErrorBlock>
          <Progress label="Checking combinations" done={31} total={200} />
        </div>
        <SkeletonLines lines={3} />
      </Section>
      <Section title="Before committing">
        <div className="pt-4">
          <SignPanel
            title="Endorse version 3 for Red Cedar"
            organization="Red Cedar Women and Peace Circle"
            mandate="All themes, by resolution of the steering circle, 4 March 2026"
            version="No licence for unilateral force, version 3, 20 October 2026"
            digest="8f2c41d0a97ec41e07d95b20e1f6"
            actions={
              <>
                <Button variant="primary">Sign in again to endorse</Button>
                <Button variant="text">Save as a draft</Button>
              </>
            }
          >
            Your name goes to these words only. If they change, you are asked again.
          </SignPanel>
        </div>
      </Section>
    </>
  );
}
