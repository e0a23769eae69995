import { signedIn } from "@/lib/viewer/api.procedure";
import { listPasskeys } from "./read.passkeys";
import {
  addPasskeyInput,
  creationOptions,
  passkey,
  passkeyList,
  passkeysInput,
  reauthentication,
  reauthenticationInput,
  removedPasskey,
  removePasskeyInput,
  renamePasskeyInput,
  requestOptions,
} from "./schema.passkeys";
import { addPasskey, beginAdding, removePasskey, renamePasskey } from "./write.passkeys";
import { beginReauthentication, reauthenticateByPasskey } from "./write.reauthentication";

const tags = ["Passkeys"];

export const passkeys = {
  list: signedIn
    .route({ method: "GET", path: "/passkeys", summary: "Your passkeys, newest first", tags })
    .input(passkeysInput)
    .output(passkeyList)
    .handler(({ input, context }) => listPasskeys(context.viewer, input)),
  beginAdding: signedIn
    .route({ method: "POST", path: "/passkeys/challenge", summary: "What a new passkey is to be made with", tags })
    .output(creationOptions)
    .handler(({ context }) => beginAdding(context.viewer)),
  add: signedIn
    .route({
      method: "POST",
      path: "/passkeys",
      summary: "Add a passkey, after a fresh sign-in",
      tags,
      successStatus: 201,
    })
    .input(addPasskeyInput)
    .output(passkey)
    .handler(({ input, context }) => addPasskey(context.viewer, input)),
  rename: signedIn
    .route({ method: "PATCH", path: "/passkeys/{id}", summary: "Call a passkey something else", tags })
    .input(renamePasskeyInput)
    .output(passkey)
    .handler(({ input, context }) => renamePasskey(context.viewer, input)),
  remove: signedIn
    .route({ method: "DELETE", path: "/passkeys/{id}", summary: "Remove a passkey, at once", tags })
    .input(removePasskeyInput)
    .output(removedPasskey)
    .handler(({ input, context }) => removePasskey(context.viewer, input.id)),
  beginProof: signedIn
    .route({ method: "POST", path: "/sessions/current/challenge", summary: "What a passkey is to sign", tags })
    .output(requestOptions)
    .handler(({ context }) => beginReauthentication(context.viewer)),
  prove: signedIn
    .route({
      method: "POST",
      path: "/sessions/current/proof",
      summary: "Prove who you are with a passkey, so that this session may commit",
      tags,
    })
    .input(reauthenticationInput)
    .output(reauthentication)
    .handler(async ({ input, context }) => {
      const { provedAt, cookie } = await reauthenticateByPasskey(context.viewer, input);
      context.resHeaders?.append("set-cookie", cookie);
      return { provedAt };
    }),
};
