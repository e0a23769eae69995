import { handleRequest } from "@/lib/api/gateway";
import { handleRpc } from "@/lib/api/handlers";
import { rpcOptions } from "@/lib/api/options";

const handle = (request: Request) => handleRequest(request, handleRpc);

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT, rpcOptions as OPTIONS };
