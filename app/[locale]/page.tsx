import { getNow, getTranslations } from "next-intl/server";
import { MemberHome } from "@/components/home/member-home";
import { OwnNotices } from "@/components/home/own-notices";
import { PersonHome } from "@/components/home/person-home";
import { readPublicFacts } from "@/components/home/public-facts";
import { VisitorHome } from "@/components/home/visitor-home";
import { ConvenerDebts } from "@/components/organizations/convener-debts";
import { readConvenerDebts } from "@/components/organizations/convener-facts";
import { api, getViewer } from "@/lib/api/server";
import { inNetwork } from "@/lib/platform/viewer";

export async function generateMetadata() {
  const t = await getTranslations("home");
  // The layout's template reaches the pages below it, and this one stands beside it.
  return { title: { absolute: `${t("title")} · Concerted` } };
}

export default async function HomePage() {
  const viewer = await getViewer();
  if (inNetwork(viewer)) {
    const [home, debts, { items: conflicts }] = await Promise.all([
      api.home.read({}),
      readConvenerDebts(),
      api.positions.conflicts({ limit: 5 }),
    ]);
    const before = (
      <>
        <ConvenerDebts {...debts} />
        <OwnNotices viewer={viewer} conflicts={conflicts} />
      </>
    );
    return <MemberHome home={home} now={await getNow()} before={before} />;
  }
  const facts = await readPublicFacts();
  return viewer.personId ? <PersonHome viewer={viewer} facts={facts} /> : <VisitorHome facts={facts} />;
}
