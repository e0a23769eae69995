import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { signalGroup } from "../../host/child-processes.mjs";
import { initialise, isCluster, startCluster } from "../../host/postgres/cluster.mjs";
import { locateCluster } from "../../host/postgres/cluster-location.mjs";
import { app, owner } from "../../host/postgres/role-names.mjs";
import { addressFor, makeDatabase, makeRoles } from "../../host/postgres/roles.mjs";
import { commandOf, identifyProcess, untilGone } from "../../host/process-lock.mjs";
import { UserError } from "../../host/user-error.mjs";

/**
 * The database to work with: the one that DATABASE_URL names, else our own.
 * @param {{ root: string, folder: string, secrets: Record<string, string>, port?: number,
 *   note?: (text: string) => void, onSpawn?: (server: { pid: number, stop: () => Promise<void> }) => void }} options
 */
export async function openDatabase({ root, folder, secrets, port, note = () => {}, onSpawn }) {
  const { DATABASE_URL: given, DATABASE_OWNER_URL: givenOwner } = process.env;
  if (given) {
    const ownerUrl = givenOwner || given;
    note(`database at ${await mustAnswer("DATABASE_URL", given)}`);
    if (ownerUrl !== given) await mustAnswer("DATABASE_OWNER_URL", ownerUrl);
    return {
      embedded: false,
      first: false,
      url: given,
      ownerUrl,
      pid: null,
      port: null,
      exited: new Promise(() => {}),
      stop: async () => {},
    };
  }
  const place = locateCluster({ root, dataDir: folder, wanted: path.join(folder, "postgres") });
  const first = !isCluster(place.data);
  if (first) initialise({ ...place, password: secrets.postgres });
  else {
    belongsToUs(place);
    await clearStale(place.data);
  }
  const logFile = path.join(folder, "postgres.log");
  const options = { ...place, password: secrets.postgres, logFile, onSpawn };
  const cluster = await startCluster(port ? { ...options, port } : options);
  await makeRoles(cluster.url, secrets);
  await makeDatabase(cluster.url, "concerted");
  note(
    `PostgreSQL ${first ? "made and started" : "started"}${place.moved ? ` in ${path.dirname(place.data)}: root's PostgreSQL may not enter this folder` : ""}`,
  );
  const addressOf = (role) => addressFor(cluster.url, { role, password: secrets[role], database: "concerted" });
  return { embedded: true, first, ...cluster, url: addressOf(app), ownerUrl: addressOf(owner) };
}

/** Says where it is, without the password; refuses in one line when nobody answers there. */
async function mustAnswer(name, url) {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    throw new UserError(`${name} is not an address of the form postgresql://user:password@host:port/database.`);
  }
  const { host, pathname, username } = new URL(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return `${host}${pathname}`;
  } catch (error) {
    const code = error.code ?? error.errors?.[0]?.code;
    if (/^28/.test(code ?? ""))
      throw new UserError(`The database at ${host} does not let ${username} in: check ${name}.`);
    if (code === "3D000")
      throw new UserError(`The server at ${host} has no database ${pathname.slice(1)}: check ${name}.`);
    throw new UserError(`The database at ${host} does not answer (${code ?? error.message}): check ${name}.`);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Its files belong to the user that made them, and PostgreSQL opens them for nobody else. */
function belongsToUs({ data, as }) {
  const wanted = as.uid ?? process.getuid?.();
  const { uid } = statSync(data);
  if (wanted !== undefined && uid !== wanted) {
    throw new UserError(
      `${data} belongs to user ${uid}, who started Concerted first. Start it as then, or give the folder away with chown.`,
    );
  }
}

/**
 * What an earlier run left: its server, if it still works on these files, or a note with a number that by now can be
 * anyone's, which would keep PostgreSQL from starting.
 */
async function clearStale(data) {
  const file = path.join(data, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
  const itself = commandOf(pid).includes(data) ? identifyProcess(pid) : null;
  if (!itself) return rmSync(file, { force: true });
  signalGroup(pid, "SIGINT");
  await untilGone(itself, "SIGQUIT");
}
