// dynamodb-admin: started as its README says, its pages used in a browser as a person would and read.

import {
  DeleteTableCommand, DescribeTableCommand, DynamoDBClient, waitUntilTableExists, waitUntilTableNotExists,
} from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import { join } from "node:path";
import { open } from "./admin.mjs";
import { equal, holds, ifThere, prefix, tell, url } from "../lib/story.mjs";

const client = new DynamoDBClient({ endpoint: url }); // region and credentials are in the environment
const documents = DynamoDBDocumentClient.from(client);
const table = `${prefix}admin-films`;

let page; // of the browser
let home; // the address of dynamodb-admin
let close = async () => {};

const at = (path = "") => `${home}/tables/${table}${path}`;
const screenshot = (name) => page.screenshot({ path: join(process.env.CONFORMANCE_OUT, `dynamodb-admin-${name}.png`) });
const stored = (title, year) =>
  documents.send(new GetCommand({ TableName: table, Key: { title, year } })).then(({ Item }) => Item);

// shows fails the case unless the page says so within the page's time limit.
const shows = (text) => page.getByText(text).first().waitFor();

// refusal is the text of the service that the page shows.
async function refusal() {
  await page.locator("#error-wrapper .alert").waitFor();
  return page.locator("#error-wrapper").innerText();
}

// The form sends capacity units as text, which the service does not take (aaronshaf/dynamodb-admin, issue 518). On their way
// from the page they are made numbers, so that the rest of what the form does can be seen.
async function unitsAsNumbers(route) {
  if (route.request().method() !== "POST") return route.continue();
  const request = route.request().postDataJSON();
  for (const part of [request.TableDefinition, ...request.SecondaryIndexes]) {
    for (const units of ["ReadCapacityUnits", "WriteCapacityUnits"]) part[units] = Number(part[units]);
  }
  return route.continue({ postData: JSON.stringify(request) });
}

// rows are the items of the items page, each as the texts of its cells.
async function rows() {
  await page.locator("#table-placeholder").waitFor({ state: "hidden" });
  return page.locator("#items-container tr").evaluateAll((found) =>
    found.map((row) => [...row.cells].slice(1).map((cell) => cell.innerText.replace(/^"|"$/g, ""))));
}

const titles = async () => (await rows()).map(([title]) => title);

// search fills the form of the items page: one row of filters, and what it asks for.
async function search({ operation, selection, filters }) {
  await page.goto(at());
  await page.locator("#table-placeholder").waitFor({ state: "hidden" });
  if (selection) await page.selectOption("select[name=queryableSelection]", selection);
  await page.selectOption("select[name=operationType]", operation);
  for (const [key, type, operator, value] of filters) {
    const keys = await page.locator(".filter-row-key").evaluateAll((inputs) => inputs.map((input) => input.value));
    const row = page.locator("#filters-table tr").nth(keys.includes(key) ? keys.indexOf(key) : keys.length);
    if (!keys.includes(key)) {
      await page.click("#add-filter");
      await row.locator(".filter-row-key").fill(key);
    }
    await row.locator(".filter-row-type").selectOption(type);
    const operators = row.locator(".filter-row-operator");
    if (await operators.isEnabled()) await operators.selectOption(operator);
    await row.locator(".filter-row-value").fill(value);
  }
  await Promise.all([page.waitForNavigation(), page.click("#form button[type=submit]")]);
}

// save puts JSON into the editor of an item and presses Save.
async function save(item) {
  await page.locator("#documentTextarea.ace_editor").waitFor();
  await page.evaluate((text) => ace.edit("documentTextarea").setValue(text), JSON.stringify(item));
  await page.click("#saveButton");
}

const films = Array.from({ length: 30 }, (_, i) => (
  { title: `Film ${String(i).padStart(2, "0")}`, year: 1960 + i, studio: "Bulk" }));

await tell("dynamodb-admin", [
  ["the list of tables is shown", "ListTables", async () => {
    ({ page, home, close } = await open());
    await page.goto(home);
    equal(await page.title(), "DynamoDB Admin");
    await shows("Create table");
    await screenshot("1-tables");
  }],

  ["units that the form sends as text are refused as the service refuses them", "CreateTable", async () => {
    await page.click("text=Create table");
    await page.fill("#TableName", `${table}-text`);
    await page.fill("#HashAttributeName", "title");
    await page.click("#saveButton");
    holds(/converted to (an )?Long/.test(await refusal()), "a text that the units cannot be converted");
  }],

  ["the form makes a table with a sort key and a global index", "CreateTable", async () => {
    await page.route(`${home}/create-table`, unitsAsNumbers);
    await page.goto(`${home}/create-table`);
    await page.fill("#TableName", table);
    await page.fill("#HashAttributeName", "title");
    await page.fill("#RangeAttributeName", "year");
    await page.selectOption("select[name=RangeAttributeType]", "N");
    await page.click("#new-index");
    await page.fill("input[name=secondary-index-1-IndexName]", "by-studio");
    await page.fill("input[name=secondary-index-1-HashAttributeName]", "studio");
    await page.selectOption("select[name=secondary-index-1-HashAttributeType]", "S");
    await page.fill("input[name=secondary-index-1-RangeAttributeName]", "year");
    await page.selectOption("select[name=secondary-index-1-RangeAttributeType]", "N");
    await screenshot("2-create-table");
    await page.click("#saveButton");
    await page.waitForURL(`${home}/`);
    await shows(table);
    await waitUntilTableExists({ client, maxWaitTime: 60, minDelay: 1 }, { TableName: table });
    const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
    equal(Table.GlobalSecondaryIndexes[0].KeySchema.map((key) => key.AttributeName), ["studio", "year"]);
    equal(Table.ProvisionedThroughput.ReadCapacityUnits, 3);
  }],

  ["a table of a name that is taken is refused with the service's text on the page", "CreateTable", async () => {
    await page.goto(`${home}/create-table`);
    await page.fill("#TableName", table);
    await page.fill("#HashAttributeName", "title");
    await page.click("#saveButton");
    holds((await refusal()).includes(table), "a text that names the table");
  }],

  ["the page of an empty table says that there is nothing", "Scan", async () => {
    await page.goto(home);
    await page.click(`a:has-text("${table}")`);
    await page.locator(".no-results").waitFor({ state: "visible" });
  }],

  ["a new item is written from the editor", "PutItem", async () => {
    await page.click("text=Create item");
    await save({ title: "Metropolis", year: 1927, studio: "UFA", cast: ["Brigitte Helm"], sound: false, rating: { of: 8.25 } });
    await page.waitForURL(at("/items/Metropolis%2C1927"));
    await shows("Brigitte Helm");
    await screenshot("3-item");
    equal((await stored("Metropolis", 1927)).rating, { of: 8.25 });
  }],

  ["an item without its key is refused with the service's text on the page", "PutItem", async () => {
    await page.goto(at("/add-item"));
    await save({ title: "No year" });
    holds((await refusal()).includes("key"), "a text about the key");
  }],

  ["an item is changed in the editor", "PutItem", async () => {
    await page.goto(at("/items/Metropolis,1927"));
    await save({ title: "Metropolis", year: 1927, studio: "UFA", minutes: 153 });
    await page.locator("#saveButton.btn-success").waitFor();
    equal((await stored("Metropolis", 1927)).minutes, 153);
  }],

  ["the items page shows the item's attributes", "Scan", async () => {
    await page.goto(at());
    equal((await rows()).map((row) => row.sort()), [["153", "1927", "Metropolis", "UFA"]]);
    await screenshot("4-items");
  }],

  ["the page Get finds an item by its key", "GetItem", async () => {
    await page.goto(at("/get"));
    await page.fill("input[name=hash]", "Metropolis");
    await page.fill("input[name=range]", "1927");
    await page.click("button[type=submit]");
    await shows("UFA");
  }],

  ["thirty more items fill two pages, with links between them", "Scan", async () => {
    for (const film of films) await page.request.put(at("/add-item"), { data: film });
    await page.goto(at());
    const first = await titles();
    equal(first.length, 25);
    await page.click(".page-link-next");
    await page.waitForURL(/pageNum=2/);
    const second = await titles();
    equal([...first, ...second].sort(), ["Metropolis", ...films.map(({ title }) => title)].sort());
    await shows("Page 2");
  }],

  ["the form scans with a filter of a number", "Scan", async () => {
    await search({ operation: "scan", filters: [["year", "N", ">=", "1987"]] });
    equal((await titles()).sort(), ["Film 27", "Film 28", "Film 29"]);
  }],

  ["the form scans with begins_with", "Scan", async () => {
    await search({ operation: "scan", filters: [["studio", "S", "begins_with", "UF"]] });
    equal(await titles(), ["Metropolis"]);
  }],

  ["the form queries the table by its key", "Query", async () => {
    await search({ operation: "query", filters: [["title", "S", "=", "Film 07"], ["year", "N", "=", "1967"]] });
    equal(await titles(), ["Film 07"]);
    await screenshot("5-query");
  }],

  ["the form queries the global index in its order", "Query", async () => {
    await search({
      operation: "query", selection: "by-studio", filters: [["studio", "S", "=", "Bulk"], ["year", "N", "<", "1963"]],
    });
    equal(await titles(), ["Film 00", "Film 01", "Film 02"]);
  }],

  ["the page Meta shows the table's description", "DescribeTable", async () => {
    await page.goto(at("/meta"));
    holds((await page.locator("body").innerText()).includes("by-studio"), "the index in the description");
  }],

  ["the page TTL shows the table's time to live", "DescribeTimeToLive", async () => {
    await page.goto(at("/ttl"));
    holds((await page.locator("body").innerText()).includes("DISABLED"), "a time to live that is disabled");
  }],

  ["an item is deleted by its button", "DeleteItem", async () => {
    await page.goto(at("/items/Metropolis,1927"));
    await page.click("text=Delete");
    await page.waitForURL(at());
    equal(await stored("Metropolis", 1927), undefined);
  }],

  ["the table is purged from the list", "BatchWriteItem", async () => {
    await press("Purge");
    await page.goto(at());
    await page.locator(".no-results").waitFor({ state: "visible" });
  }],

  ["the table is deleted from the list", "DeleteTable", async () => {
    await press("Delete");
    await waitUntilTableNotExists({ client, maxWaitTime: 60, minDelay: 1 }, { TableName: table });
    await page.goto(home);
    equal(await page.locator(`li[data-table-name="${table}"]`).count(), 0);
    await screenshot("6-deleted");
  }],
], async () => {
  await close();
  for (const TableName of [table, `${table}-text`]) {
    await ifThere(client.send(new DeleteTableCommand({ TableName })));
  }
});

// press clicks a button of the table's row in the list of tables, agrees when asked, and waits for the list to load again,
// which it does when the service has agreed, too.
async function press(button) {
  await page.goto(home);
  const row = page.locator(`li[data-table-name="${table}"]`);
  await Promise.all([page.waitForEvent("load"), row.getByText(button, { exact: true }).click()]);
}
