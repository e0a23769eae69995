import { BringWords } from "@/components/frame/bring-words";
import { isDemonstration } from "@/lib/platform/network";
import { linkMinutes } from "@/lib/platform/session/times";
import { LinkForm } from "./link-form";
import { NeedsScript } from "./needs-script";

/** The form that asks for a link, with what the server knows. */
export async function MailLink({ next, email }: { next: string | null; email?: string | undefined }) {
  return (
    <>
      <NeedsScript what="form" />
      <BringWords of={["people.signIn", "people.sent", "access.organization"]}>
        <LinkForm next={next} email={email} minutes={linkMinutes} outbox={await isDemonstration()} />
      </BringWords>
    </>
  );
}
