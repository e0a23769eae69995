import { handleRequest } from "@/lib/api/gateway";
import { handleRest } from "@/lib/api/handlers";
import { restOptions } from "@/lib/api/options";

const handle = (request: Request) => handleRequest(request, handleRest);

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT, restOptions as OPTIONS };
