// Cases of a tool, told in order: a case may use what the cases before it left behind.
//
//   await tell("electrodb", [
//     ["put writes a task and get reads it back", "PutItem", async () => { ... }],
//   ], cleanup);
//
// A case is a sentence, the service's operation where it is about one, and a function. Each result is appended to
// CONFORMANCE_EVENTS when it is known. CONFORMANCE_ONLY, a regular expression over "file::case", chooses the cases that are
// reported; those before the last of them run, too, since it may need what they do. CONFORMANCE_CASE_TIMEOUT bounds a case in
// seconds.

import { appendFileSync } from "node:fs";
import { inspect, isDeepStrictEqual } from "node:util";

export const prefix = process.env.CONFORMANCE_PREFIX;
export const url = process.env.CONFORMANCE_URL;
const FAILED = 4; // the exit status of a tool with a failed case; an interpreter that breaks ends with 1
const timeout = Number(process.env.CONFORMANCE_CASE_TIMEOUT || 120);

const show = (value) => inspect(value, { depth: 8, breakLength: Infinity, compact: true });

/** Fails the case, in one line, unless both are equal. */
export function equal(got, want) {
  if (!isDeepStrictEqual(got, want)) throw new Error(`want ${show(want)}, got ${show(got)}`);
}

/** Fails the case unless got is true; what says what was expected. */
export function holds(got, what) {
  if (!got) throw new Error(`want ${what}, got ${show(got)}`);
}

/** Returns the error that the promise is rejected with; fails the case if there is none, or if it is not named so. */
export async function refused(promise, name) {
  const error = await promise.then(() => undefined, (reason) => reason);
  if (!error) throw new Error(`want ${name}, got no error`);
  if (name && error.name !== name) throw new Error(`want ${name}, got ${error.name}: ${error.message}`);
  return error;
}

/** Awaits the deletion of a table that may not be there. */
export async function ifThere(deletion) {
  const error = await deletion.then(() => undefined, (reason) => reason);
  if (error && error.name !== "ResourceNotFoundException") throw error;
}

// What a tool does in the background may fail, too; the case that waits for it says so.
process.on("unhandledRejection", (reason) => console.error("--- in the background\n", reason));

/** Runs the cases, calls cleanup whatever happens, and sets the exit status: FAILED if a case failed. */
export async function tell(file, cases, cleanup) {
  const only = new RegExp(process.env.CONFORMANCE_ONLY || "");
  const reported = cases.map(([sentence]) => only.test(`${file}::${sentence}`));
  if (!reported.includes(true)) return;
  emit({ event: "plan", file, total: reported.filter(Boolean).length });
  try {
    for (let i = 0; i <= reported.lastIndexOf(true); i++) {
      const [sentence, operation, run] = cases[i];
      const { message, seconds } = await outcome(sentence, run);
      if (!reported[i]) continue;
      if (message) process.exitCode = FAILED;
      emit({ event: "case", file, operation, case: sentence, result: message ? "fail" : "pass", message, seconds });
    }
  } finally {
    await cleanup();
  }
}

// outcome has the first line of a case's failure, empty if it passed.
async function outcome(sentence, run) {
  const start = performance.now();
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${timeout} s`)), timeout * 1000);
  });
  let message = "";
  try {
    await Promise.race([run(), late]);
  } catch (error) {
    console.error(`--- ${sentence}\n`, error);
    message = String(error?.message || error).trim().split("\n")[0];
  } finally {
    clearTimeout(timer);
  }
  return { message, seconds: Math.round(performance.now() - start) / 1000 };
}

function emit(event) {
  appendFileSync(process.env.CONFORMANCE_EVENTS, JSON.stringify(event) + "\n");
}
