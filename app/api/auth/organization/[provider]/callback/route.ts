import { finishOidc } from "@/lib/api/oidc-routes";

type Params = { params: Promise<{ provider: string }> };

/** Back from an organization's own sign-in. */
export const GET = async (request: Request, { params }: Params) => finishOidc(request, (await params).provider);
