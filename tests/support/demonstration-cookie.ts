/** The cookie of this demonstration person, after the one click that signs them in. */
export async function cookieOf(origin: string, email: string): Promise<string> {
  const init = {
    method: "POST",
    body: new URLSearchParams({ email }),
    headers: { origin },
    redirect: "manual",
  } as const;
  const answer = await fetch(`${origin}/api/demonstration/sign-in`, init);
  return answer.headers.get("set-cookie")?.split(";")[0] ?? "";
}
