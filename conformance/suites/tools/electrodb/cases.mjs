// ElectroDB: its documentation's task tracker, from the table to transactions.

import {
  CreateTableCommand, DeleteTableCommand, DescribeTableCommand, waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import { app, client, definition, table } from "./model.mjs";
import { equal, holds, ifThere, refused, tell } from "../lib/story.mjs";

const { task: Task, employee: Employee } = app.entities;
const core = { team: "core", project: "backend", task: "45-662" };
const names = (tasks) => tasks.map(({ task }) => task);

// condition fails the case unless the promise is refused because a condition was false.
async function condition(promise) {
  const error = await refused(promise, "ElectroError");
  holds(error.message.includes("The conditional request failed"), `"The conditional request failed" in "${error.message}"`);
  equal(error.cause?.name, "ConditionalCheckFailedException");
}

await tell("electrodb", [
  ["the documentation's table with two global indexes is made", "CreateTable", async () => {
    await client.send(new CreateTableCommand(definition));
    await waitUntilTableExists({ client, maxWaitTime: 60, minDelay: 1 }, { TableName: table });
    const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
    equal(Table.GlobalSecondaryIndexes.map((index) => index.IndexName).sort(), ["gsi1", "gsi2"]);
  }],

  ["create writes a task with its composed keys", "PutItem", async () => {
    const { data } = await Task.create({ ...core, employee: "ada", tags: ["go", "sql"], comments: [] }).go();
    equal([data.status, data.points], ["open", 0]);
    const { data: raw } = await Task.get(core).go({ data: "raw" });
    equal(raw.Item.pk, "$taskapp#team_core");
    equal(raw.Item.gsi1sk, "$assignments#task_1#status_open");
  }],

  ["create of a task that exists is refused by its condition", "PutItem", () => condition(Task.create(core).go())],

  ["put overwrites a task", "PutItem", async () => {
    await Task.put({ ...core, employee: "ada", status: "in-progress", tags: ["go", "sql"], comments: [] }).go();
    equal((await Task.get(core).go()).data.status, "in-progress");
  }],

  ["get of a missing task is null", "GetItem", async () => {
    equal((await Task.get({ ...core, task: "none" }).go()).data, null);
  }],

  ["get of some attributes reads a projection", "GetItem", async () => {
    equal((await Task.get(core).go({ attributes: ["status", "task"], consistent: true })).data,
      { status: "in-progress", task: "45-662" });
  }],

  ["patch sets, adds, appends and moves the entry of an index", "UpdateItem", async () => {
    const { data } = await Task.patch(core)
      .set({ status: "open", estimate: { hours: 3 } })
      .add({ points: 5, tags: ["new"] })
      .append({ comments: [{ user: "janet", body: "This seems half-baked." }] })
      .composite({ employee: "ada" })
      .where(({ status }, { eq }) => eq(status, "in-progress"))
      .go({ response: "all_new" });
    equal([data.points, data.tags.sort(), data.comments.length], [5, ["go", "new", "sql"], 1]);
    const { data: assigned } = await Task.query.assigned({ employee: "ada", status: "open" }).go();
    equal(names(assigned), ["45-662"]);
  }],

  ["patch reaches into lists and maps", "UpdateItem", async () => {
    const { data } = await Task.patch(core)
      .data((attributes, { set, subtract, remove, del }) => {
        set(attributes.comments[0].body, "Baked.");
        subtract(attributes.estimate.hours, 1);
        remove(attributes.comments[3]);
        del(attributes.tags, ["new"]);
      })
      .go({ response: "all_new" });
    equal([data.comments[0].body, data.estimate.hours, data.tags.sort()], ["Baked.", 2, ["go", "sql"]]);
  }],

  ["patch of a missing task is refused by its condition", "UpdateItem", () =>
    condition(Task.patch({ ...core, task: "none" }).set({ points: 1 }).go())],

  ["patch with a false condition changes nothing", "UpdateItem", async () => {
    await condition(Task.patch(core).set({ points: 99 }).where(({ points }, { gt }) => gt(points, 50)).go());
    equal((await Task.get(core).go()).data.points, 5);
  }],

  ["upsert makes a task, then adds to it", "UpdateItem", async () => {
    const fresh = { team: "core", project: "frontend", task: "1" };
    await Task.upsert({ ...fresh, employee: "bob", status: "on-hold", points: 1 }).go();
    const { data } = await Task.upsert(fresh).add({ points: 2 }).ifNotExists({ estimate: { hours: 8 } })
      .go({ response: "all_new" });
    equal([data.points, data.estimate], [3, { hours: 8 }]);
  }],

  ["batch put writes sixty tasks, more than one request may have", "BatchWriteItem", async () => {
    const many = Array.from({ length: 60 }, (_, i) => ({
      team: "many", project: "bulk", task: `t${String(i).padStart(2, "0")}`, points: i, employee: i % 2 ? "odd" : "even",
    }));
    equal((await Task.put(many).go({ concurrency: 2 })).unprocessed, []);
  }],

  ["batch get reads over a hundred keys, the missing ones left out", "BatchGetItem", async () => {
    const keys = Array.from({ length: 110 }, (_, i) => ({
      team: "many", project: "bulk", task: `t${String(i).padStart(2, "0")}`,
    }));
    const { data, unprocessed } = await Task.get(keys).go({ preserveBatchOrder: true });
    equal([data.length, unprocessed.length, data[59].points, data[60]], [110, 0, 59, null]);
  }],

  ["query by partition and the start of the sort key", "Query", async () => {
    const { data } = await Task.query.task({ team: "many", project: "bulk" }).go({ pages: "all" });
    equal(data.length, 60);
  }],

  ["query between two sort keys, backwards", "Query", async () => {
    const { data } = await Task.query.task({ team: "many" })
      .between({ project: "bulk", task: "t10" }, { project: "bulk", task: "t12" })
      .go({ order: "desc" });
    equal(names(data), ["t12", "t11", "t10"]);
  }],

  ["query with gt and lte on the sort key", "Query", async () => {
    equal(names((await Task.query.task({ team: "many" }).gt({ project: "bulk", task: "t57" }).go()).data), ["t58", "t59"]);
    equal(names((await Task.query.task({ team: "many" }).lte({ project: "bulk", task: "t01" }).go()).data), ["t00", "t01"]);
  }],

  ["query of an index begins with a part of a composite", "Query", async () => {
    const { data } = await Task.query.backlog({ project: "bulk" }).begins({ task: "t3" }).go();
    equal(data.length, 10);
  }],

  ["query pages by cursor", "Query", async () => {
    const sizes = [];
    let cursor = null;
    do {
      const page = await Task.query.task({ team: "many" }).go({ cursor, limit: 25 });
      sizes.push(page.data.length);
      cursor = page.cursor;
    } while (cursor);
    equal(sizes.filter(Boolean), [25, 25, 10]);
  }],

  ["query with where filters by functions of attributes", "Query", async () => {
    const { data } = await Task.query.task({ team: "core" })
      .where((a, op) => `${op.contains(a.tags, "sql")} AND (${op.gt(a.points, 50)} OR NOT ${op.notExists(a.employee)})`)
      .where(({ comments }, { eq }) => eq(comments[0].user, "janet"))
      .go();
    equal(names(data), ["45-662"]);
  }],

  ["match picks the index for the attributes that are given", "Query", async () => {
    const { data } = await Task.match({ project: "bulk", employee: "odd", points: 7 }).go();
    equal(names(data), ["t07"]);
  }],

  ["scan filters by entity", "Scan", async () => {
    await Employee.put({ team: "core", employee: "ada", title: "Engineer", salary: 100 }).go();
    equal((await Employee.scan.go()).data.length, 1);
    equal((await Task.scan.where(({ points }, { gte }) => gte(points, 58)).go({ pages: "all" })).data.length, 2);
  }],

  ["a collection returns both entities of one index", "Query", async () => {
    const { data } = await app.collections.assignments({ employee: "ada" }).go();
    equal([data.employee.map(({ title }) => title), names(data.task)], [["Engineer"], ["45-662"]]);
  }],

  ["a write transaction changes two entities", "TransactWriteItems", async () => {
    const { canceled } = await app.transaction.write(({ task, employee }) => [
      task.patch(core).add({ points: 1 }).commit(),
      employee.patch({ team: "core", employee: "ada" }).subtract({ salary: 10 })
        .where(({ salary }, { gte }) => gte(salary, 10)).commit(),
    ]).go();
    equal([canceled, (await Task.get(core).go()).data.points], [false, 6]);
  }],

  ["a write transaction is cancelled as a whole, with a reason for each part", "TransactWriteItems", async () => {
    const { canceled, data } = await app.transaction.write(({ task, employee }) => [
      task.create({ ...core, task: "lost" }).commit(),
      employee.check({ team: "core", employee: "ada" }).where(({ salary }, { gt }) => gt(salary, 1000))
        .commit({ response: "all_old" }),
      task.patch(core).add({ points: 1 }).commit(),
    ]).go();
    equal([canceled, data.map(({ rejected, code }) => [rejected, code])],
      [true, [[false, "None"], [true, "ConditionalCheckFailed"], [false, "None"]]]);
    equal(data[1].item.salary, 90);
    equal((await Task.get({ ...core, task: "lost" }).go()).data, null);
  }],

  ["a read transaction reads two entities", "TransactGetItems", async () => {
    const { data } = await app.transaction.get(({ task, employee }) => [
      task.get(core).commit(),
      employee.get({ team: "core", employee: "ada" }).commit(),
      employee.get({ team: "core", employee: "nobody" }).commit(),
    ]).go();
    equal([data[0].item.points, data[1].item.salary, data[2].item], [6, 90, null]);
  }],

  ["remove of a missing task is refused by its condition, delete is not", "DeleteItem", async () => {
    await condition(Task.remove({ ...core, task: "none" }).go());
    await Task.delete({ ...core, task: "none" }).go();
  }],

  ["delete returns what was there", "DeleteItem", async () => {
    equal((await Task.delete(core).go({ response: "all_old" })).data.points, 6);
    equal((await Task.get(core).go()).data, null);
  }],

  ["batch delete removes what a query found", "BatchWriteItem", async () => {
    const { data } = await Task.query.task({ team: "many" }).go({ pages: "all" });
    equal((await Task.delete(data).go()).unprocessed, []);
    equal((await Task.query.backlog({ project: "bulk" }).go({ pages: "all" })).data, []);
  }],
], () => ifThere(client.send(new DeleteTableCommand({ TableName: table }))));
