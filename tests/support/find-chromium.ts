import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";

const root = path.resolve(import.meta.dirname, "../..");

/** A browser to run the journeys in: its program, and what it must find in its environment. */
export type Browser = { executablePath: string; env: Record<string, string> };

/** The one named, else one of this machine, else the one that came with the packages, unpacked once. */
export function findChromium(): Browser {
  const named = process.env.CHROMIUM_PATH;
  if (named) return { executablePath: named, env: {} };
  const own = [chromium.executablePath(), ...candidates()].find(starts);
  return own ? { executablePath: own, env: {} } : unpack();
}

function candidates(): string[] {
  if (process.platform === "darwin") {
    return ["Google Chrome", "Chromium"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** Some systems put a program of that name there which only says how to get the real one. */
function starts(program: string): boolean {
  if (!existsSync(program)) return false;
  try {
    return /Chrom/.test(
      execFileSync(program, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
    );
  } catch {
    return false;
  }
}

/** The package unpacks for another place than ours; it is told that this is that place, in a folder of our own. */
function unpack(): Browser {
  const folder = path.join(root, "node_modules", ".cache", "chromium");
  if (!existsSync(path.join(folder, "fonts.conf"))) {
    const half = `${folder}.${process.pid}`;
    mkdirSync(half, { recursive: true });
    execFileSync(process.execPath, ["-e", 'import("@sparticuz/chromium").then((it) => it.default.executablePath())'], {
      cwd: root,
      env: { ...process.env, TMPDIR: half, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" },
      stdio: "inherit",
    });
    writeFileSync(path.join(half, "fonts.conf"), fontsIn(folder));
    rmSync(folder, { recursive: true, force: true });
    renameSync(half, folder);
  }
  const libraries = [path.join(folder, "al2023", "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return {
    executablePath: path.join(folder, "chromium"),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: folder },
  };
}

const fontsIn = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}/fonts-cache</cachedir>
</fontconfig>
`;
