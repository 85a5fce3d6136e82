// The plain clients: they take and give the wire's JSON, but for bytes.

import * as dynamodb from "@aws-sdk/client-dynamodb";
import * as streams from "@aws-sdk/client-dynamodb-streams";
import { bytesOf, jsonOf } from "./values.js";

const waitAtMostSeconds = 120;
const joined = { Query: "Items", Scan: "Items", ListTables: "TableNames" };

export function clientSettings(endpoint, env) {
  return {
    endpoint,
    region: env.CONFORMANCE_REGION,
    credentials: { accessKeyId: env.CONFORMANCE_ACCESS_KEY, secretAccessKey: env.CONFORMANCE_SECRET_KEY },
    requestHandler: { requestTimeout: 1000 * Number(env.CONFORMANCE_CASE_TIMEOUT || 60) },
  };
}

export class Plain {
  constructor(endpoint, env) {
    this.client = new dynamodb.DynamoDBClient(clientSettings(endpoint, env));
    this.streams = new streams.DynamoDBStreamsClient(clientSettings(endpoint, env));
  }

  /** Performs a step with its expanded input; resolves to the output in the wire's JSON. */
  async perform(step, given) {
    const input = bytesOf(given);
    if (step.wait) return this.wait(step.wait, input);
    if (step.paginate || step.segments) return jsonOf(await pages(dynamodb, this.client, step, input));
    if (step.unprocessed) return jsonOf(await joinRounds(step.operation, (i) => this.call(step.operation, i), input));
    if (step.shards) return jsonOf(await this.records(input.StreamArn));
    return jsonOf(await this.call(step.operation, input));
  }

  call(operation, input) {
    const command = `${operation}Command`;
    const [client, module] = dynamodb[command] ? [this.client, dynamodb] : [this.streams, streams];
    return client.send(new module[command](input));
  }

  async wait(what, input) {
    await dynamodb[`waitUntil${what}`]({ client: this.client, maxWaitTime: waitAtMostSeconds, minDelay: 1 }, input);
    return {};
  }

  /** Reads each shard of a stream from its beginning, once. */
  async records(StreamArn) {
    const described = await this.call("DescribeStream", { StreamArn });
    const Records = [];
    for (const { ShardId } of described.StreamDescription.Shards) {
      const { ShardIterator } = await this.call("GetShardIterator", { StreamArn, ShardId, ShardIteratorType: "TRIM_HORIZON" });
      Records.push(...(await this.call("GetRecords", { ShardIterator })).Records);
    }
    return { Records };
  }
}

/** Joins the pages of the module's paginator, or of one for each segment; these run at the same time. */
export async function pages(module, client, { operation, segments }, input) {
  const member = joined[operation];
  const all = { Pages: 0, [member]: [], Count: 0, ScannedCount: 0 };
  const read = async (of) => {
    for await (const page of module[`paginate${operation}`]({ client }, of)) {
      all.Pages++;
      all[member].push(...(page[member] ?? []));
      all.Count += page.Count ?? 0;
      all.ScannedCount += page.ScannedCount ?? 0;
    }
  };
  const inputs = segments ? Array.from({ length: segments }, (_, Segment) => ({ ...input, Segment, TotalSegments: segments })) : [input];
  await Promise.all(inputs.map(read));
  return all;
}

/** Sends a batch, and again what is left of it, until nothing is. */
export async function joinRounds(operation, call, input) {
  const left = operation === "BatchGetItem" ? "UnprocessedKeys" : "UnprocessedItems";
  const all = { Rounds: 0, Responses: {} };
  let RequestItems = input.RequestItems;
  while (Object.keys(RequestItems).length > 0) {
    const output = await call({ ...input, RequestItems });
    all.Rounds++;
    for (const [table, items] of Object.entries(output.Responses ?? {})) {
      (all.Responses[table] ??= []).push(...items);
    }
    RequestItems = output[left] ?? {};
  }
  return all;
}
