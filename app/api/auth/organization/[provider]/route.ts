import { leaveForOrganization } from "@/lib/api/organization-door";

type Params = { params: Promise<{ provider: string }> };

/** To an organization's own sign-in. */
export const GET = async (request: Request, { params }: Params) =>
  leaveForOrganization(request, (await params).provider);
