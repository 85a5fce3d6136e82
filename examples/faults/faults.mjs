// Has the SDK for JavaScript meet what the service does on a bad day, and checks that it, or a few lines around it, comes out right.
//
//   node examples/faults/faults.mjs http://127.0.0.1:8000     a ddbsql with --admin
import { setTimeout as sleep } from "node:timers/promises";
import {
  BatchGetItemCommand, BatchWriteItemCommand, CreateTableCommand, DeleteTableCommand, DescribeTableCommand, DynamoDBClient, GetItemCommand,
  PutItemCommand, ScanCommand, TransactWriteItemsCommand, UpdateItemCommand, paginateQuery,
} from "@aws-sdk/client-dynamodb";
import { DescribeStreamCommand, DynamoDBStreamsClient, GetRecordsCommand, GetShardIteratorCommand } from "@aws-sdk/client-dynamodb-streams";

const many = 10; // items that scenes write which need several
const key = (n) => ({ id: { S: "a" }, n: { N: String(n) } });
const numbers = [...Array(many).keys()];

/** A table, clients, and the rules of the server. */
class Program {
  constructor(url, table) {
    const options = { endpoint: url, region: "us-east-1", credentials: { accessKeyId: "any", secretAccessKey: "any" }, maxAttempts: 5 };
    Object.assign(this, { url, table, db: new DynamoDBClient(options), streams: new DynamoDBStreamsClient(options) });
  }

  create() {
    return this.db.send(new CreateTableCommand({
      TableName: this.table,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }, { AttributeName: "n", AttributeType: "N" }],
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }, { AttributeName: "n", KeyType: "RANGE" }],
      StreamSpecification: { StreamEnabled: true, StreamViewType: "KEYS_ONLY" },
    }));
  }

  async administer(act, body) {
    const answer = await fetch(`${this.url}/_ddbsql/${act}`, { method: "POST", body: body && JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${act}: status ${answer.status}`);
    return answer.json();
  }

  get update() {
    return { TableName: this.table, Key: key(1), UpdateExpression: "ADD hits :one", ExpressionAttributeValues: { ":one": { N: "1" } } };
  }

  increase() {
    return this.db.send(new UpdateItemCommand(this.update));
  }

  /** The SDK gives each call a token, and its retries the same one. */
  transact() {
    return this.db.send(new TransactWriteItemsCommand({ TransactItems: [{ Update: this.update }] }));
  }

  async hits() {
    const { Item } = await this.db.send(new GetItemCommand({ TableName: this.table, Key: key(1) }));
    return Item.hits.N;
  }

  async count() {
    return (await this.db.send(new ScanCommand({ TableName: this.table, Select: "COUNT" }))).Count;
  }

  async writeMany() {
    let left = { [this.table]: numbers.map((n) => ({ PutRequest: { Item: key(n) } })) };
    for (let tries = 1; Object.keys(left).length > 0; tries++) {
      left = (await this.db.send(new BatchWriteItemCommand({ RequestItems: left }))).UnprocessedItems;
      await backOff(tries);
    }
  }
}

/** Waits twice as long after each try. */
const backOff = (tries) => sleep(2 ** tries);

/** Tries a write again that is in conflict with a transaction: the SDK does not. */
async function despiteConflicts(write) {
  for (let tries = 1; ; tries++) {
    try {
      return await write();
    } catch (error) {
      if (!inConflict(error) || tries === 5) throw error;
      await backOff(tries);
    }
  }
}

function inConflict(error) {
  if (error.name === "TransactionConflictException") return true;
  const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code);
  return codes.includes("TransactionConflict") && codes.every((code) => code === "None" || code === "TransactionConflict");
}

async function put(program) {
  await program.db.send(new PutItemCommand({ TableName: program.table, Item: key(1) }));
  return (await program.count()) === 1;
}

/** A scene that increases the counter once. */
const increasedBy = (write) => async (program) => {
  await write(program);
  return (await program.hits()) === "1";
};

async function writtenInBatches(program) {
  await program.writeMany();
  return (await program.count()) === many;
}

async function readInBatches(program) {
  await program.writeMany();
  let found = 0;
  let left = { [program.table]: { Keys: numbers.map(key) } };
  for (let tries = 1; Object.keys(left).length > 0; tries++) {
    const answer = await program.db.send(new BatchGetItemCommand({ RequestItems: left }));
    found += answer.Responses[program.table]?.length ?? 0;
    left = answer.UnprocessedKeys;
    await backOff(tries);
  }
  return found === many;
}

async function readByPages(program) {
  await program.writeMany();
  let found = 0;
  const query = { TableName: program.table, KeyConditionExpression: "id = :id", ExpressionAttributeValues: { ":id": { S: "a" } } };
  for await (const page of paginateQuery({ client: program.db }, query)) found += page.Items.length;
  return found === many;
}

async function readStream(program) {
  await program.writeMany();
  const { Table } = await program.db.send(new DescribeTableCommand({ TableName: program.table }));
  const StreamArn = Table.LatestStreamArn;
  const { StreamDescription } = await program.streams.send(new DescribeStreamCommand({ StreamArn }));
  let found = 0;
  for (const { ShardId } of StreamDescription.Shards) found += await readShard(program, { StreamArn, ShardId });
  return found === many;
}

/** Reads a shard until there is nothing new. An iterator that has expired is replaced by one behind the record read last. */
async function readShard(program, shard) {
  let found = 0;
  let iterator;
  let place = { ShardIteratorType: "TRIM_HORIZON" };
  for (;;) {
    iterator ??= (await program.streams.send(new GetShardIteratorCommand({ ...shard, ...place }))).ShardIterator;
    let page;
    try {
      page = await program.streams.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: 4 }));
    } catch (error) {
      if (error.name !== "ExpiredIteratorException") throw error;
      iterator = undefined;
      continue;
    }
    if (page.Records.length === 0) return found;
    found += page.Records.length;
    place = { ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: page.Records.at(-1).dynamodb.SequenceNumber };
    iterator = page.NextShardIterator;
  }
}

const scenes = [ // what it shows, the rule, how often its fault must be given, what the program does
  ["the SDK retries a throttled request", { Operations: ["PutItem"], First: 2, Error: "ProvisionedThroughputExceededException" }, 2, put],
  ["the SDK retries after an internal error", { Operations: ["UpdateItem"], First: 2, Error: "InternalServerError" }, 2, increasedBy((p) => p.increase())],
  ["the SDK retries when the connection goes", { Operations: ["UpdateItem"], First: 1, Drop: true }, 1, increasedBy((p) => p.increase())],
  ["a lost answer of a transaction does not do it twice", { Operations: ["TransactWriteItems"], First: 1, Drop: true, After: true }, 1, increasedBy((p) => p.transact())],
  ["unprocessed items are written until there are none", { Operations: ["BatchWriteItem"], First: 3, Unprocessed: 4 }, 3, writtenInBatches],
  ["unprocessed keys are read until there are none", { Operations: ["BatchGetItem"], First: 3, Unprocessed: 4 }, 3, readInBatches],
  ["a write in conflict is tried again", { Operations: ["UpdateItem"], First: 2, Error: "TransactionConflictException" }, 2, increasedBy((p) => despiteConflicts(() => p.increase()))],
  ["a transaction in conflict is tried again", { Operations: ["TransactWriteItems"], First: 2, Error: "TransactionConflictException" }, 2, increasedBy((p) => despiteConflicts(() => p.transact()))],
  ["a paginator reads all short pages", { Operations: ["Query"], PageSize: 3 }, 4, readByPages],
  ["an expired iterator is replaced", { Operations: ["GetRecords"], Nth: 2, Error: "ExpiredIteratorException" }, 1, readStream],
];

/** Plays a scene with a table of its own; gives what is wrong, if anything. */
async function play(program, rule, given, scene) {
  await program.create();
  await program.administer("faults", rule);
  try {
    if (!(await scene(program))) return "the table is not as it must be";
    const { Injected } = (await program.administer("faults/list")).Rules[0];
    return Injected === given ? undefined : `the server gave ${Injected} faults, want ${given}`;
  } finally {
    await program.administer("faults/clear");
    await program.db.send(new DeleteTableCommand({ TableName: program.table }));
  }
}

if (process.argv.length !== 3) {
  console.error("faults: give the URL of a ddbsql that runs with --admin");
  process.exit(2);
}
for (const [number, [name, rule, given, scene]] of scenes.entries()) {
  const wrong = await play(new Program(process.argv[2], `faults-javascript-${number}`), rule, given, scene);
  console.log(wrong ? `BAD javascript  ${name}: ${wrong}` : `ok  javascript  ${name} (${given} faults)`);
  if (wrong) process.exitCode = 1;
}
