import { useLocale, useTranslations } from "next-intl";
import type { Position, PositionKey } from "@/lib/positions/schema";
import { ConfirmDetails } from "../ui/confirm-details";
import { ChangeVisibility } from "./change-visibility";
import { Withdraw } from "./withdraw";

/** The rarer acts on what stands; for signatories. */
export function StandingActions({ positionKey, position }: { positionKey: PositionKey; position: Position }) {
  const t = useTranslations("positions.standing");
  const locale = useLocale();
  const { standing, viewer, version, organization } = position;
  if (!standing || !(viewer.mayWithdraw || viewer.mayNarrow || viewer.mayWiden)) return null;
  const short = organization.short[locale];
  return (
    <div className="pt-4">
      <ConfirmDetails label={t("more")}>
        <div className="grid gap-7 py-1">
          <ChangeVisibility
            key={standing.visibility}
            positionKey={positionKey}
            position={position}
            shown={standing.visibility}
            organization={short}
          />
          {viewer.mayWithdraw && (
            <Withdraw
              positionKey={positionKey}
              version={version}
              organization={short}
              again={viewer.needsFreshSignIn}
            />
          )}
        </div>
      </ConfirmDetails>
    </div>
  );
}
