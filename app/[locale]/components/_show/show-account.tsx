import { AccountMenu } from "@/components/layout/account-menu";
import { Section } from "@/components/ui/section";

const account = {
  name: "Odile Marchand",
  organizations: [{ code: "RC", name: "Red Cedar Women and Peace Circle" }],
  outbox: true,
  administrator: false,
};

/** The menu a signed-in person finds at the end of the masthead. */
export function ShowAccount() {
  return (
    <Section title="Account menu">
      <div className="flex justify-end pt-4">
        <AccountMenu account={account} signOutHref="/api/sign-out" />
      </div>
    </Section>
  );
}
