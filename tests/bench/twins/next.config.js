import path from "node:path";

/** What a newcomer's own application would be on the same stack, so that the product can be measured beside it. */
export default {
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pg"],
  turbopack: { root: path.resolve(import.meta.dirname, "../../..") },
};
