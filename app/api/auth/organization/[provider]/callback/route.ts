import { returnFromOrganization } from "@/lib/api/organization-door";

type Params = { params: Promise<{ provider: string }> };

/** Back from an organization's own sign-in. */
export const GET = async (request: Request, { params }: Params) =>
  returnFromOrganization(request, (await params).provider);
