import { languageOf } from "@/lib/api/gateway";
import { answerProblem } from "@/lib/api/problem";

/** What is no endpoint answers 404, like everything that does not exist. */
const refuse = (request: Request) => answerProblem({ status: 404, reason: "noSuchPlace" }, languageOf(request.headers));

export { refuse as DELETE, refuse as GET, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT };
