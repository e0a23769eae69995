import { notFound } from "next/navigation";

export const metadata = { title: "Components" };

/** Every piece and its states, for those who build with them; it does not exist in production. */
export default async function Page() {
  if (process.env.NODE_ENV === "production") notFound();
  const { Show } = await import("./_show/show");
  return <Show />;
}
