import { getTranslations } from "next-intl/server";
import { loadRegister } from "@/components/positions/load-register";
import { readRegisterQuery } from "@/components/positions/register-query";
import { RegisterView } from "@/components/positions/register-view";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("positions");
  return { title: t("title") };
}

export default async function PositionsPage({ searchParams }: Props) {
  const register = await loadRegister(readRegisterQuery(await searchParams));
  return <RegisterView register={register} />;
}
