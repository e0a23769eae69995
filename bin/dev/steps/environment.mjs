/** What the servers are told. They get the app's role only: who owns the tables is nobody's business there. */
export function environmentFor({ dev = false, address, folder, secrets, database }) {
  return {
    NODE_ENV: dev ? "development" : "production",
    PORT: String(address.port),
    HOST: address.host,
    AUTH_SECRET: process.env.AUTH_SECRET || secrets.AUTH_SECRET,
    CONCERTED_DATA_DIR: folder,
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: "",
    EMBEDDED: database.embedded ? "1" : "",
  };
}
