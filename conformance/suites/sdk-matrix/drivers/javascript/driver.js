// Replays the scenario with the AWS SDK for JavaScript. FORMAT.md says what is read from the environment and what is printed.

import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import * as dynamodb from "@aws-sdk/client-dynamodb";
import * as streams from "@aws-sdk/client-dynamodb-streams";
import { Document } from "./document.js";
import { Comparison } from "./expectations.js";
import { Plain } from "./plain.js";
import { at, expand, jsonOf } from "./values.js";

const env = process.env;
const pauseMilliseconds = 500;

/** The step cannot be judged, for the reason given. */
class Skip extends Error {}

class Driver {
  constructor(layer) {
    this.high = layer === "high";
    this.comparison = new Comparison(this.high);
    this.variables = { prefix: env.CONFORMANCE_PREFIX, run: randomBytes(8).toString("hex") };
    this.layers = new Map();
  }

  /** Performs a step, again while it may; resolves to its first difference or "". */
  async judge(step) {
    const end = Date.now() + 1000 * (step.within ?? 0);
    for (;;) {
      const found = await this.attempt(step);
      if (!found || Date.now() >= end) return found;
      await sleep(pauseMilliseconds);
    }
  }

  async attempt(step) {
    let output, error;
    try {
      output = await this.perform(step);
    } catch (thrown) {
      if (!thrown.$fault) throw thrown; // not the service's answer
      error = thrown;
    }
    if (error || step.error) return this.judgeError(expand(step.error ?? null, this.variables), error, output);
    const found = this.comparison.output(expand(step.expect ?? {}, this.variables), output);
    if (!found) for (const [name, path] of Object.entries(step.capture ?? {})) this.variables[name] = at(output, path);
    return found;
  }

  perform(step) {
    const input = expand(step.input ?? {}, this.variables);
    return this.layer(this.high && step.high ? Document : Plain, step.fault).perform(step, input);
  }

  layer(kind, fault) {
    const endpoint = fault ? env[`SDK_MATRIX_${fault.toUpperCase()}_URL`] : env.CONFORMANCE_URL;
    if (!endpoint) throw new Skip(`no proxy for the fault ${fault} at this endpoint`);
    const name = `${kind.name} ${endpoint}`;
    if (!this.layers.has(name)) this.layers.set(name, new kind(endpoint, env));
    return this.layers.get(name);
  }

  judgeError(want, error, output) {
    if (!want) return `want success, got ${error}`;
    if (!error) return `want ${want.type}, got success: ${JSON.stringify(output).slice(0, 200)}`;
    const module = error instanceof streams.DynamoDBStreamsServiceException ? streams : dynamodb;
    const kind = module[want.type] ?? Error;
    const { members, ...wanted } = want;
    return (
      this.comparison.output(wanted, { type: error.name, message: error.message }) ||
      (error instanceof kind ? "" : `error is a ${error.constructor.name}, not a ${kind.name}`) ||
      (members ? this.comparison.output(members, jsonOf({ ...error })) : "")
    );
  }

  async cleanUp(steps) {
    for (const step of steps) await this.perform({ ...step, high: false }).catch(() => {});
  }
}

async function report(driver, step) {
  const start = performance.now();
  const line = { step: step.name, result: "pass" };
  try {
    const found = await driver.judge(step);
    if (found) Object.assign(line, { result: "fail", message: found });
  } catch (thrown) {
    Object.assign(line, thrown instanceof Skip ? { result: "skip", message: thrown.message } : { result: "fail", message: String(thrown) });
  }
  line.seconds = (performance.now() - start) / 1000;
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const scenario = JSON.parse(readFileSync(env.SDK_MATRIX_SCENARIO, "utf8"));
const driver = new Driver(env.SDK_MATRIX_LAYER);
try {
  const steps = env.SDK_MATRIX_LAYER === "cleanup" ? [] : scenario.steps;
  for (const step of steps) await report(driver, step);
} finally {
  await driver.cleanUp(scenario.cleanup);
}
