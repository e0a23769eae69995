import { enter } from "@/lib/api/door";
import { handleRest } from "@/lib/api/handlers";

const handle = (request: Request) => enter(request, handleRest);

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
