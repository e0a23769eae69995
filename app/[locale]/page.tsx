import { getTranslations } from "next-intl/server";
import { AdministratorTasks } from "@/components/home/administrator-tasks";
import { OwnHome } from "@/components/home/own-home";
import { PersonHome } from "@/components/home/person-home";
import { readPublicFacts } from "@/components/home/public-facts";
import { VisitorHome } from "@/components/home/visitor-home";
import { getViewer } from "@/lib/api/server";
import { inNetwork } from "@/lib/viewer/rules";

export async function generateMetadata() {
  const t = await getTranslations("home");
  // The layout's template reaches the pages below it, and this one stands beside it.
  return { title: { absolute: `${t("title")} · Concerted` } };
}

export default async function HomePage() {
  const viewer = await getViewer();
  if (inNetwork(viewer)) return <OwnHome viewer={viewer} />;
  const facts = await readPublicFacts();
  if (viewer.personId === null) return <VisitorHome facts={facts} />;
  const before = viewer.administrator && <AdministratorTasks />;
  return <PersonHome viewer={viewer} facts={facts} before={before} />;
}
