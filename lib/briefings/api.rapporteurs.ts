import { committing, signedIn } from "@/lib/viewer/api.procedure";
import { listRapporteurs } from "./read.rapporteurs";
import {
  endedRapporteur,
  endRapporteurInput,
  namedRapporteur,
  nameRapporteurInput,
  rapporteurList,
  rapporteursInput,
} from "./schema.rapporteurs";
import { endRapporteur, nameRapporteur } from "./write.rapporteurs";

const tags = ["The convener"];
const at = "/rapporteurs" as const;

export const rapporteurs = {
  list: signedIn
    .route({ method: "GET", path: at, summary: "Who writes the record of which occasion, for the network", tags })
    .input(rapporteursInput)
    .output(rapporteurList)
    .handler(({ input, context }) => listRapporteurs(context.viewer, input, context.language)),
  name: committing
    .route({
      method: "POST",
      path: at,
      summary: "Name who writes the record of an occasion, as the convener",
      tags,
      successStatus: 201,
    })
    .input(nameRapporteurInput)
    .output(namedRapporteur)
    .handler(({ input, context }) => nameRapporteur(context.viewer, input)),
  end: committing
    .route({ method: "DELETE", path: `${at}/{id}`, summary: "Lay it down, or end it as the convener", tags })
    .input(endRapporteurInput)
    .output(endedRapporteur)
    .handler(({ input, context }) => endRapporteur(context.viewer, input.id)),
};
