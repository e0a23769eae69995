import { languageOf } from "@/lib/api/gateway";
import { answerProblem } from "@/lib/api/problem";

/** Whatever is no door answers like one that does not exist. */
const refuse = (request: Request) => answerProblem({ status: 404, reason: "noSuchPlace" }, languageOf(request.headers));

export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as POST, refuse as PUT };
