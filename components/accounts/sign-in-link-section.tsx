import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { isDemonstration } from "@/lib/api/server";
import { linkMinutes } from "@/lib/platform/session/durations";
import { NeedsScript } from "../ui/needs-script";
import { SignInLinkForm } from "./sign-in-link-form";

/** The form that asks for a link, with what the server knows. */
export async function SignInLinkSection({ next, email }: { next: string | null; email?: string | undefined }) {
  return (
    <>
      <NeedsScript what="form" />
      <ProvideMessages of={["accounts.organizationSignIn", "accounts.sent", "accounts.signIn"]}>
        <SignInLinkForm next={next} email={email} minutes={linkMinutes} outbox={await isDemonstration()} />
      </ProvideMessages>
    </>
  );
}
