// Written for any Node that knows modules: an old one must get as far as being told.
export function tooOld(version) {
  const parts = version.split(".").map(Number);
  if (parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19)) return null;
  return `Concerted needs Node 20.19 or newer; this is ${version}. Get a current one from https://nodejs.org.`;
}

const message = tooOld(process.versions.node);
if (message) {
  console.error(message);
  process.exit(1);
}
