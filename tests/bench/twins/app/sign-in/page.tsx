import { unasked } from "@/bin/bench/twins/unasked";
import { db } from "@/lib/platform/db";

export const dynamic = "force-dynamic";

export default async function SignInPage() {
  const people = await db.person.findMany({
    ...unasked,
    where: { email: { endsWith: "@demo.example" } },
    orderBy: { email: "asc" },
    select: {
      email: true,
      name: true,
      representations: { select: { organization: { select: { code: true, nameEn: true } } } },
    },
  });
  return (
    <main>
      <h1>Sign in</h1>
      <form action="/api/links" method="post">
        <label>
          E-mail address <input name="email" type="email" autoComplete="email" />
        </label>
        <button type="submit">Send a sign-in link</button>
      </form>
      <table>
        <thead>
          <tr>
            <th scope="col">Organization</th>
            <th scope="col">Person</th>
            <th scope="col">Sign in</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ email, name, representations }) => (
            <tr key={email}>
              <th scope="row">{representations[0]?.organization.nameEn ?? ""}</th>
              <td>{name}</td>
              <td>
                <form action="/api/demonstration" method="post">
                  <input type="hidden" name="email" value={email} />
                  <button type="submit">Sign in as {name}</button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
