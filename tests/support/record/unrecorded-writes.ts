import { Client } from "pg";

/**
 * Notes every transaction that ends with covered rows touched and not recorded. The product is not told: this lies in a schema
 * of its own, which only a test makes.
 */
export async function watchUnrecordedWrites(ownerUrl = process.env.DATABASE_OWNER_URL) {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`
    CREATE SCHEMA watched;
    CREATE TABLE watched.writes ("table" text NOT NULL, "noted" text NOT NULL);
    CREATE FUNCTION watched.look() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN
      IF coalesce(current_setting('concerted.noted', true), '') <> '' THEN
        INSERT INTO watched.writes VALUES (TG_TABLE_NAME, noted_lines());
        PERFORM set_config('concerted.noted', '', true);
      END IF;
      RETURN NULL;
    END $$;
    DO $$
    DECLARE named text;
    BEGIN
      FOR named IN SELECT "table" FROM covered_tables() LOOP
        EXECUTE format('CREATE CONSTRAINT TRIGGER watched AFTER INSERT OR UPDATE OR DELETE ON %I
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION watched.look()', named);
      END LOOP;
    END $$`);
  return {
    /** What was written without record since this was asked last, by table. */
    async take(): Promise<string[]> {
      const { rows } = await owner.query<{ noted: string }>('DELETE FROM watched.writes RETURNING "noted"');
      const lines = rows.flatMap(({ noted }) => JSON.parse(`[${noted}]`) as [string, string][]);
      return [...new Set(lines.map(([table]) => table))].sort();
    },
    end: () => owner.end(),
  };
}
