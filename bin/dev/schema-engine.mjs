#!/usr/bin/env node
// Stand-in for Prisma's native schema engine where that cannot be downloaded: the same JSON-RPC on stdio, backed by
// @prisma/schema-engine-wasm. For writing migrations and checking drift; the product itself never needs it.
//
//   export PRISMA_SCHEMA_ENGINE_BINARY=bin/dev/schema-engine.mjs CHECKPOINT_DISABLE=1 DATABASE_URL=postgresql://…
//   npx prisma migrate diff --from-migrations prisma/migrations --to-schema prisma/schema --script     # the next migration
//   npx prisma migrate diff --from-migrations prisma/migrations --to-schema prisma/schema --exit-code  # 0 no drift, 2 drift
//
// Run it from the project's root (its packages are resolved there). Make the new migration's folder after the diff.
// A crashed engine once let the CLI exit 0 having done nothing: check the result, not only the exit code.
import fs from 'node:fs'
import crypto from 'node:crypto'
import path from 'node:path'
import readline from 'node:readline'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const require = createRequire(path.resolve('package.json'))
const load = async (name) => { const m = await import(pathToFileURL(require.resolve(name)).href); return { ...m.default, ...m } }
const pg = await load('pg')
const { parse } = await load('pg-connection-string')
const { PrismaPg } = await load('@prisma/adapter-pg')
const { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } = await load('@prisma/driver-adapter-utils')
const bg = await load('@prisma/schema-engine-wasm/schema_engine_bg')

const argv = process.argv.slice(2)
const values = (flag) => argv.flatMap((a, i) => (a === flag ? [argv[i + 1]] : []))
const datasource = JSON.parse(values('--datasource')[0] ?? '{}')
const url = datasource.url ?? process.env.DATABASE_URL

// adapter-pg has no mapping for PostgreSQL's internal "char" (OID 18), which the engine's catalog queries return:
// let such columns through as text, then label them with the column type that the engine wants.
const withChars = (adapter) => {
  const chars = new WeakMap()
  const performIO = adapter.performIO.bind(adapter)
  adapter.performIO = async (query) => {
    const result = await performIO(query)
    result.fields?.forEach((f, i) => { if (f.dataTypeID === 18) { f.dataTypeID = 25; chars.set(query, [...(chars.get(query) ?? []), i]) } })
    return result
  }
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    for (const i of chars.get(query) ?? []) result.columnTypes[i] = ColumnTypeEnum.Character
    return result
  }
  // adapter-pg cuts a script at every semicolon, also inside a function's body: let the server read it whole.
  adapter.executeScript = async (script) => { await adapter.client.query(script) }
  return adapter
}
// Separate fields, not connectionString: pg lets a connectionString win over `database`, and the adapter
// sets `database` to point at the shadow database.
const poolConfig = () => { const { host, port, user, password, database, ssl } = parse(url); return { host, port: port ? Number(port) : 5432, user, password, database, ssl } }

// adapter-pg drops the shadow database while its own pool is still connected; do it the other way round.
class MigrationFactory extends PrismaPg {
  async connect() { return withChars(await super.connect()) }
  async connectToShadowDb() {
    const database = 'prisma_migrate_shadow_db_' + crypto.randomUUID()
    const admin = async (sql) => { const c = new pg.Client(poolConfig()); await c.connect(); try { await c.query(sql) } finally { await c.end() } }
    await admin(`CREATE DATABASE "${database}"`)
    const shadow = withChars(await new PrismaPg({ ...poolConfig(), database }).connect())
    const dispose = shadow.dispose.bind(shadow)
    shadow.dispose = async () => { await dispose(); await admin(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`) }
    return shadow
  }
}

const log = (level, message, extra = {}) =>
  process.stderr.write(JSON.stringify({ timestamp: new Date().toISOString(), level, target: 'schema_engine::logger', fields: { message, ...extra } }) + '\n')

async function cli(command) {
  const target = new URL(url)
  const name = decodeURIComponent(target.pathname.slice(1))
  const admin = new URL(target); admin.pathname = '/postgres'
  const using = async (u, fn) => { const c = new pg.Client({ connectionString: String(u) }); await c.connect(); try { return await fn(c) } finally { await c.end() } }
  const q = '"' + name.replaceAll('"', '""') + '"'
  try {
    if (command === 'can-connect-to-database') await using(target, (c) => c.query('select 1'))
    else if (command === 'create-database') await using(admin, (c) => c.query('create database ' + q))
    else if (command === 'drop-database') await using(admin, (c) => c.query('drop database if exists ' + q))
    else throw new Error('unsupported cli command ' + command)
  } catch (e) {
    const code = e.code === '3D000' ? 'P1003' : e.code === '28P01' ? 'P1000' : 'P1001'
    process.stderr.write('\n'); log('ERROR', String(e.message), { error_code: code }); process.exitCode = 1
  }
}

async function rpc() {
  let panic = ''
  process.on('uncaughtException', (e) => { log('ERROR', panic || e.message, { backtrace: e.stack }); process.exit(101) })
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (m) => { panic = 'RuntimeError: ' + m } }
  const wasmPath = require.resolve('@prisma/schema-engine-wasm').replace(/[^/\\]*$/, 'schema_engine_bg.wasm')
  const { instance } = await WebAssembly.instantiate(fs.readFileSync(wasmPath), { './schema_engine_bg.js': bg })
  bg.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()

  const adapter = bindMigrationAwareSqlAdapterFactory(new MigrationFactory(poolConfig()))
  const datamodels = values('--datamodels').map((f) => [f, fs.readFileSync(f, 'utf8')])
  let engine
  const reply = (msg) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', ...msg }) + '\n')
  for await (const line of readline.createInterface({ input: process.stdin })) {
    if (!line.trim()) continue
    const { id, method, params } = JSON.parse(line)
    if (!method) continue
    try {
      engine ??= await bg.SchemaEngine.new({ datamodels: datamodels.length ? datamodels : undefined }, (m) => process.env.DEBUG && process.stderr.write(m + '\n'), adapter)
      const fn = method === 'getDatabaseVersion' ? 'version' : method
      const result = await engine[fn](params ?? {})
      if (method === 'diff' && result?.stdout) process.stdout.write(JSON.stringify({ jsonrpc: '2.0', id: 0, method: 'print', params: { content: result.stdout } }) + '\n')
      reply({ id, result: result ?? {} })
    } catch (e) {
      if (process.env.DEBUG) process.stderr.write(String(e.stack ?? e) + '\n')
      reply({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data: { is_panic: false, message: panic || (e.message ?? String(e)), error_code: e.code, meta: e.meta } } })
    }
  }
  process.exit(0)
}

const c = argv.indexOf('cli')
await (c >= 0 ? cli(argv[c + 1]) : rpc())
