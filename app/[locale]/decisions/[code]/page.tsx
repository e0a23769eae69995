import { getLocale } from "next-intl/server";
import { requireAccount } from "@/components/accounts/require-account";
import { positionHref } from "@/components/positions/position-href";
import { orNotFound } from "@/lib/api/or-not-found";
import { api } from "@/lib/api/server";
import { redirectTo } from "@/lib/platform/i18n/redirect";
import { withQuery } from "@/lib/platform/session/here";

type Props = { params: Promise<{ code: string }> };

/** A code printed in a pack leads to its decision, after signing in. */
export default async function DecisionPage({ params }: Props) {
  const code = (await params).code.toLowerCase();
  await requireAccount();
  const { organization, proposition } = await orNotFound(api.positions.decision({ code }));
  redirectTo({ href: await withQuery(positionHref(organization, proposition)), locale: await getLocale() });
}
