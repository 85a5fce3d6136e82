// Dynamoose: its quick start, then its guide's models, queries, batches and transactions.

import { Account, accounts, Book, Condition, ddb, Order, Session, transaction } from "./models.mjs";
import { equal, holds, prefix, refused, tell } from "../lib/story.mjs";

const published = new Date("1997-06-26");
let potter;

const numbers = (orders) => orders.map(({ number }) => number);
const condition = (promise) => refused(promise, "ConditionalCheckFailedException");

await tell("dynamoose", [
  ["the first save makes the quick start's table and waits for it", "CreateTable", async () => {
    const book = new Book({
      title: "Harry Potter and the Philosopher's Stone", author: "J.K. Rowling", publishedDate: published,
      genre: "fantasy", summary: "The story of a young wizard.", pageCount: 223,
    });
    await book.save();
    const { Table } = await ddb.describeTable({ TableName: Book.table().name });
    equal([Table.TableStatus, Table.ProvisionedThroughput.ReadCapacityUnits], ["ACTIVE", 2]);
  }],

  ["scan retrieves the quick start's book", "Scan", async () => {
    const books = await Book.scan().exec();
    [potter] = books;
    equal([books.length, potter.author, potter.publishedDate], [1, "J.K. Rowling", published]);
  }],

  ["get retrieves the book by its key", "GetItem", async () => {
    equal((await Book.get(potter.id)).pageCount, 223);
    equal(await Book.get("no such book"), undefined);
  }],

  ["create refuses to overwrite a book", "PutItem", () =>
    condition(Book.create({ ...potter, summary: "lost" }))],

  ["a model with indexes makes its table so", "CreateTable", async () => {
    await Order.create({
      customer: "ada", number: 1, status: "open", total: 12.5, lines: [{ sku: "a", count: 2 }, { sku: "b", count: 1 }],
      labels: new Set(["new", "über"]), picture: Buffer.from([0, 1, 255]), paid: false,
      address: { street: "Main Street", city: "London" }, note: null,
    });
    const { Table } = await ddb.describeTable({ TableName: Order.table().name });
    equal(Table.BillingModeSummary.BillingMode, "PAY_PER_REQUEST");
    equal(Table.GlobalSecondaryIndexes[0].KeySchema.map((key) => key.AttributeName), ["status", "total"]);
    equal(Table.LocalSecondaryIndexes[0].Projection, { ProjectionType: "INCLUDE", NonKeyAttributes: ["status"] });
  }],

  ["attributes of every kind come back as they were", "GetItem", async () => {
    const order = await Order.get({ customer: "ada", number: 1 }, { consistent: true });
    equal([order.total, order.paid, order.note, order.address.city], [12.5, false, null, "London"]);
    equal([[...order.labels].sort(), order.lines[1].sku], [["new", "über"], "b"]);
    equal([...order.picture], [0, 1, 255]);
    holds(order.createdAt instanceof Date, "a date");
  }],

  ["get with attributes reads a projection", "GetItem", async () => {
    const order = await Order.get({ customer: "ada", number: 1 }, { attributes: ["total"] });
    equal({ ...order }, { total: 12.5 });
  }],

  ["update sets, adds, removes and takes from sets", "UpdateItem", async () => {
    const order = await Order.update({ customer: "ada", number: 1 }, {
      $SET: { status: "paid" }, $ADD: { total: 2.5 }, $REMOVE: ["note"], $DELETE: { labels: new Set(["new"]) },
    });
    equal([order.status, order.total, order.note, [...order.labels]], ["paid", 15, undefined, ["über"]]);
  }],

  ["update with a false condition changes nothing", "UpdateItem", async () => {
    await condition(Order.update({ customer: "ada", number: 1 }, { status: "open" },
      { condition: new Condition().where("total").gt(100) }));
    equal((await Order.get({ customer: "ada", number: 1 })).status, "paid");
  }],

  ["save of a changed item writes it", "PutItem", async () => {
    const order = await Order.get({ customer: "ada", number: 1 });
    order.address.city = "Paris";
    await order.save({ condition: new Condition().attribute("address.city").eq("London") });
    equal((await Order.get({ customer: "ada", number: 1 })).address.city, "Paris");
  }],

  ["batchPut writes twenty-five orders", "BatchWriteItem", async () => {
    const orders = Array.from({ length: 25 }, (_, i) => ({
      customer: "bulk", number: i, status: i % 2 ? "odd" : "even", total: 100 - i,
    }));
    equal((await Order.batchPut(orders)).unprocessedItems, []);
  }],

  ["batchGet reads a hundred keys, the missing ones left out", "BatchGetItem", async () => {
    const found = await Order.batchGet(Array.from({ length: 100 }, (_, number) => ({ customer: "bulk", number })));
    equal([found.length, found.unprocessedKeys], [25, []]);
  }],

  ["query with a range key condition reads in order", "Query", async () => {
    const found = await Order.query("customer").eq("bulk").where("number").between(3, 6).exec();
    equal(numbers(found), [3, 4, 5, 6]);
  }],

  ["query backwards, limited, goes on from its last key", "Query", async () => {
    const page = await Order.query({ customer: "bulk" }).sort("descending").limit(3).exec();
    equal([numbers(page), page.lastKey], [[24, 23, 22], { customer: "bulk", number: 22 }]);
    const next = await Order.query({ customer: "bulk" }).sort("descending").limit(2).startAt(page.lastKey).exec();
    equal(numbers(next), [21, 20]);
  }],

  ["query with all reads each page", "Query", async () => {
    const found = await Order.query("customer").eq("bulk").limit(4).all().exec();
    equal(found.length, 25);
    holds(found.timesQueried >= 7, "seven requests or more");
  }],

  ["query of a global index orders by its range key", "Query", async () => {
    const found = await Order.query("status").eq("even").where("total").lt(80).using("by-status").exec();
    equal(numbers(found), [24, 22]);
  }],

  ["query of a local index returns what it projects", "Query", async () => {
    const found = await Order.query("customer").eq("bulk").where("total").le(77).using("by-total").exec();
    equal(found.map((order) => ({ ...order })), [24, 23].map((number) => (
      { customer: "bulk", number, total: 100 - number, status: number % 2 ? "odd" : "even" })));
  }],

  ["query with a filter counts", "Query", async () => {
    equal((await Order.query("customer").eq("bulk").filter("status").not().eq("odd").count().exec()).count, 13);
  }],

  ["scan with a filter of or, contains and exists", "Scan", async () => {
    const found = await Order.scan().where("labels").contains("über").or().where("total").eq(99).exec();
    equal(numbers(found).sort(), [1, 1]);
    equal((await Order.scan("address").exists().exec()).length, 1);
  }],

  ["parallelScan reads each item once", "Scan", async () => {
    equal((await Order.scan().parallel(4).exec()).length, 26);
  }],

  ["a model whose items expire makes the time to live attribute the table's", "UpdateTimeToLive", async () => {
    await Session.create({ id: "s1" });
    const { TimeToLiveDescription } = await ddb.describeTimeToLive({ TableName: Session.table().name });
    holds(["ENABLING", "ENABLED"].includes(TimeToLiveDescription.TimeToLiveStatus), "a time to live that is on");
    const days = ((await Session.get("s1")).expires - Date.now()) / 86_400_000;
    holds(days > 1.9 && days < 2.1, `two days to live, not ${days}`);
  }],

  ["a table with a stream and tags is made so", "CreateTable", async () => {
    await Account.batchPut([{ owner: "ada", balance: 10 }, { owner: "bob", balance: 0 }]);
    const { Table } = await ddb.describeTable({ TableName: accounts.name });
    equal(Table.StreamSpecification, { StreamEnabled: true, StreamViewType: "NEW_IMAGE" });
    const { Tags } = await ddb.listTagsOfResource({ ResourceArn: Table.TableArn });
    equal(Tags, [{ Key: "team", Value: "core" }]);
  }],

  ["a transaction moves money between two accounts", "TransactWriteItems", async () => {
    await transaction([
      Account.transaction.update({ owner: "ada" }, { $ADD: { balance: -4 } },
        { condition: new Condition().where("balance").ge(4) }),
      Account.transaction.update({ owner: "bob" }, { $ADD: { balance: 4 } }),
    ]);
    equal([(await Account.get("ada")).balance, (await Account.get("bob")).balance], [6, 4]);
  }],

  ["a transaction is cancelled as a whole, with a reason for each part", "TransactWriteItems", async () => {
    const error = await refused(transaction([
      Account.transaction.create({ owner: "carl", balance: 1 }),
      Account.transaction.condition("ada", new Condition().where("balance").gt(1000)),
    ]), "TransactionCanceledException");
    equal(error.CancellationReasons.map(({ Code }) => Code), ["None", "ConditionalCheckFailed"]);
    equal(await Account.get("carl"), undefined);
  }],

  ["a transaction reads from two tables", "TransactGetItems", async () => {
    const [account, book] = await transaction([Account.transaction.get("bob"), Book.transaction.get(potter.id)]);
    equal([account.balance, book.pageCount], [4, 223]);
  }],

  ["delete with a false condition keeps the item", "DeleteItem", async () => {
    await condition(Account.delete("bob", { condition: new Condition().where("balance").lt(1) }));
    await Account.delete("bob");
    equal(await Account.get("bob"), undefined);
  }],

  ["batchDelete removes the orders", "BatchWriteItem", async () => {
    await Order.batchDelete(Array.from({ length: 25 }, (_, number) => ({ customer: "bulk", number })));
    equal((await Order.query("customer").eq("bulk").exec()).length, 0);
  }],

  ["a string where the schema has a number never reaches the service", "", async () => {
    await refused(Book.create({ ...potter, id: "other", pageCount: "many" }), "TypeMismatch");
  }],
], async () => {
  const { TableNames } = await ddb.listTables({ ExclusiveStartTableName: prefix });
  const made = TableNames.filter((name) => name.startsWith(`${prefix}dynamoose-`));
  await Promise.all(made.map((TableName) => ddb.deleteTable({ TableName })));
});
