import { getTranslations } from "next-intl/server";
import { readChoice } from "@/components/positions/choose-rows";
import { readRegister } from "@/components/positions/register";
import { RegisterView } from "@/components/positions/register-view";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("positions");
  return { title: t("title") };
}

export default async function PositionsPage({ searchParams }: Props) {
  const register = await readRegister(readChoice(await searchParams));
  return <RegisterView register={register} />;
}
