import { startOidc } from "@/lib/api/oidc-routes";

type Params = { params: Promise<{ provider: string }> };

/** To an organization's own sign-in. */
export const GET = async (request: Request, { params }: Params) => startOidc(request, (await params).provider);
