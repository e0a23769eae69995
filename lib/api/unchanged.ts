import "server-only";

/** Tags that are digests of their content: a version's tag says nothing of what this reader may see of it. */
const ofContent = /^"[0-9a-f]{64}"$/;

/** What an answer becomes for a reader who says that they have its content already. */
export function omitUnchanged(request: Request, response: Response): Response {
  const [known, tag] = [request.headers.get("if-none-match"), response.headers.get("etag")];
  if (request.method !== "GET" || known === null || tag === null || !ofContent.test(tag)) return response;
  const tags = known.split(",").map((it) => it.trim().replace(/^W\//, ""));
  if (!tags.includes(tag)) return response;
  const headers = new Headers(response.headers);
  for (const name of ["content-type", "content-length", "content-disposition"]) headers.delete(name);
  return new Response(null, { status: 304, headers });
}
