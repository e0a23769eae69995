import { startOidc } from "@/lib/api/oidc-routes";
import { optionsOf } from "@/lib/api/options";

type Params = { params: Promise<{ provider: string }> };

export const OPTIONS = optionsOf("GET");

/** To an organization's own sign-in. */
export const GET = async (request: Request, { params }: Params) => startOidc(request, (await params).provider);
