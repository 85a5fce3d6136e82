// dynamodb-admin as its README starts it, and a browser that looks at its pages.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { url } from "../lib/story.mjs";

// Chromium is to talk to dynamodb-admin and to nobody else.
const quiet = [
  "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
  "--disable-gpu", "--no-sandbox",
];

const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

/** Starts dynamodb-admin with the credentials of the environment; ready when it says where it listens. */
async function startAdmin() {
  const port = await freePort();
  const program = fileURLToPath(import.meta.resolve("dynamodb-admin")).replace(/backend\.js$/, "dynamodb-admin.js");
  const child = spawn(process.execPath, [
    program, `--dynamo-endpoint=${url}`, "--host=127.0.0.1", `--port=${port}`, "--skip-default-credentials",
  ], { stdio: ["ignore", "pipe", "inherit"] });
  process.on("exit", () => child.kill());
  await new Promise((resolve, reject) => {
    child.once("exit", (status) => reject(new Error(`dynamodb-admin ended with status ${status}`)));
    child.stdout.on("data", (text) => {
      process.stdout.write(text);
      if (String(text).includes("listening on")) resolve();
    });
  });
  return { child, home: `http://127.0.0.1:${port}` };
}

/** Returns a page of a headless browser, where dynamodb-admin is, and a function that ends both. */
export async function open() {
  const { child, home } = await startAdmin();
  const profile = mkdtempSync(join(tmpdir(), "dynamodb-admin-"));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM, headless: true, args: quiet, viewport: { width: 1200, height: 900 },
  });
  const page = browser.pages()[0] ?? await browser.newPage();
  page.setDefaultTimeout(30_000);
  page.on("dialog", (dialog) => dialog.accept());
  const close = async () => {
    await browser.close();
    child.removeAllListeners("exit");
    child.kill();
    rmSync(profile, { recursive: true, force: true });
  };
  return { page, home, close };
}
