import type { NextRequest } from "next/server";
import { languageOf } from "@/lib/api/gateway";
import { optionsOf } from "@/lib/api/options";
import { answerProblem } from "@/lib/api/problem";
import { refuseForeignForm, signIn } from "@/lib/api/sign-in-routes";

type Params = { params: Promise<{ nextauth: string[] }> };

const refuse = (request: Request) => answerProblem({ status: 404, reason: "noSuchPlace" }, languageOf(request.headers));

const takesLinks = async (params: Params["params"]) => (await params).nextauth.join("/") === "callback/email";

/**
 * Of next-auth's routes one is open: POST to the e-mail callback, which takes a link once. It takes links by GET too,
 * where a mail scanner would use them up, so GET is refused here and a page with a button stands before it.
 */
export async function POST(request: NextRequest, { params }: Params) {
  if (!(await takesLinks(params))) return refuse(request);
  const foreign = await refuseForeignForm(request);
  if (foreign) return foreign;
  const asked = request.nextUrl.searchParams;
  return signIn(request, asked.get("token") ?? "", asked.get("callbackUrl"));
}

export const GET = refuse;

const taken = optionsOf("POST");

export const OPTIONS = async (request: NextRequest, { params }: Params) =>
  ((await takesLinks(params)) ? taken : refuse)(request);
