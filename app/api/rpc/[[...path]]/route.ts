import { enter } from "@/lib/api/door";
import { handleRpc } from "@/lib/api/handlers";

const handle = (request: Request) => enter(request, handleRpc);

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
