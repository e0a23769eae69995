/**
 * A limit from the environment. What is no whole number above zero stops the server: compared with it, nothing would ever
 * be too much.
 * @param {string} name
 * @param {number} usual
 */
export function readSetting(name, usual) {
  const given = process.env[name];
  if (given === undefined || given === "") return usual;
  const value = Number(given);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new Error(`Configuration: ${name}: must be a whole number above zero`);
  return value;
}
