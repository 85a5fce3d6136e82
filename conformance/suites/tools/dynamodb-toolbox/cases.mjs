// DynamoDB-Toolbox: its getting started's pokemons, then the table's and the entities' other actions.

import { CreateTableCommand, DeleteTableCommand, waitUntilTableExists } from "@aws-sdk/client-dynamodb";
import {
  $add, $append, $delete, $get, $remove, $sum,
  BatchDeleteRequest, BatchGetCommand, BatchGetRequest, BatchPutRequest, BatchWriteCommand, ConditionCheck,
  DeleteItemCommand, DeletePartitionCommand, GetItemCommand, GetTransaction, PutItemCommand, PutTransaction, QueryCommand,
  ScanCommand, UpdateAttributesCommand, UpdateItemCommand, UpdateTransaction,
  executeBatchGet, executeBatchWrite, executeTransactGet, executeTransactWrite,
} from "dynamodb-toolbox";
import { PokeTable, Pokemon, Trainer, client, definition } from "./model.mjs";
import { equal, holds, ifThere, refused, tell } from "../lib/story.mjs";

const pikachu = { pokemonClass: "pikachu", pokemonId: "1" };
const ash = { trainerId: "ash" };

const get = (entity, key, options = {}) => entity.build(GetItemCommand).key(key).options(options).send().then(({ Item }) => Item);
const update = (entity, item, options = {}) => entity.build(UpdateItemCommand).item(item).options(options).send();
const condition = (promise) => refused(promise, "ConditionalCheckFailedException");
const ids = (items) => items.map(({ pokemonId }) => pokemonId);
const bulk = (i) => ({ pokemonClass: "bulk", pokemonId: `b${String(i).padStart(2, "0")}` });

await tell("dynamodb-toolbox", [
  ["the table that the documentation describes is made", "CreateTable", async () => {
    await client.send(new CreateTableCommand(definition));
    await waitUntilTableExists({ client, maxWaitTime: 60, minDelay: 1 }, { TableName: PokeTable.getName() });
  }],

  ["PutItemCommand writes the first pokemon", "PutItem", async () => {
    const { ToolboxItem } = await Pokemon.build(PutItemCommand).item({
      ...pikachu, name: "Pikachu", trainer: "ash", pokeTypes: new Set(["electric"]), isLegendary: false,
      evolutions: [{ name: "Raichu", level: 36 }], resistances: { rock: 1.5 }, sprite: new Uint8Array([0, 1, 255]), holding: 7,
    }).send();
    equal(ToolboxItem.level, 1);
  }],

  ["GetItemCommand reads it back in each of its kinds", "GetItem", async () => {
    const { created, modified, ...found } = await get(Pokemon, pikachu, { consistent: true });
    equal(found, {
      ...pikachu, name: "Pikachu", trainer: "ash", level: 1, isLegendary: false, pokeTypes: new Set(["electric"]),
      evolutions: [{ name: "Raichu", level: 36 }], resistances: { rock: 1.5 }, sprite: new Uint8Array([0, 1, 255]), holding: 7,
    });
    holds(created === modified && !Number.isNaN(Date.parse(created)), "equal times of creation and change");
  }],

  ["GetItemCommand of a missing key has no item", "GetItem", async () => {
    equal(await get(Pokemon, { ...pikachu, pokemonId: "none" }), undefined);
  }],

  ["GetItemCommand with attributes reads a projection", "GetItem", async () => {
    equal(await get(Pokemon, pikachu, { attributes: ["name", "evolutions[0].level"] }),
      { name: "Pikachu", evolutions: [{ level: 36 }] });
  }],

  ["PutItemCommand with a condition refuses to overwrite and shows what is there", "PutItem", async () => {
    const error = await condition(Pokemon.build(PutItemCommand).item({ ...pikachu, name: "Lost" })
      .options({ condition: { attr: "pokemonId", exists: false }, returnValuesOnConditionFalse: "ALL_OLD" }).send());
    equal(error.Item?.name?.S ?? error.Item?.name, "Pikachu");
  }],

  ["UpdateItemCommand adds, appends, takes away and refers to other attributes", "UpdateItem", async () => {
    const { Attributes } = await update(Pokemon, {
      ...pikachu,
      level: $add(4),
      evolutions: $append([{ name: "Gorochu", level: 60 }]),
      pokeTypes: $add(new Set(["fire"])),
      customName: $get("name", "unnamed"),
      resistances: { rock: $sum($get("resistances.rock"), 1), ice: 2 },
      holding: $remove(),
    }, { returnValues: "ALL_NEW" });
    equal([Attributes.level, Attributes.evolutions.length, Attributes.customName], [5, 2, "Pikachu"]);
    equal([Attributes.resistances, Attributes.holding], [{ rock: 2.5, ice: 2 }, undefined]);
    equal([...Attributes.pokeTypes].sort(), ["electric", "fire"]);
  }],

  ["UpdateItemCommand takes from a set and changes an element of a list", "UpdateItem", async () => {
    const { Attributes } = await update(Pokemon, {
      ...pikachu, pokeTypes: $delete(new Set(["fire"])), evolutions: { 1: { level: 61 } },
    }, { returnValues: "ALL_NEW" });
    equal([[...Attributes.pokeTypes], Attributes.evolutions[1]], [["electric"], { name: "Gorochu", level: 61 }]);
  }],

  ["UpdateItemCommand with a false condition changes nothing", "UpdateItem", async () => {
    await condition(update(Pokemon, { ...pikachu, level: 99 }, { condition: { attr: "level", gte: 50 } }));
    equal((await get(Pokemon, pikachu)).level, 5);
  }],

  ["UpdateAttributesCommand replaces maps and lists whole", "UpdateItem", async () => {
    const { Attributes } = await Pokemon.build(UpdateAttributesCommand)
      .item({ ...pikachu, evolutions: [{ name: "Raichu", level: 36 }], resistances: { ice: 1 } })
      .options({ returnValues: "UPDATED_NEW" }).send();
    equal([Attributes.evolutions.length, Attributes.resistances], [1, { ice: 1 }]);
  }],

  ["BatchWriteCommand puts twenty-five items", "BatchWriteItem", async () => {
    const requests = Array.from({ length: 25 }, (_, i) => Pokemon.build(BatchPutRequest)
      .item({ ...bulk(i), name: `n${String(99 - i)}`, level: i, trainer: i % 2 ? "odd" : "even" }));
    const { UnprocessedItems } = await executeBatchWrite(PokeTable.build(BatchWriteCommand).requests(...requests));
    equal(UnprocessedItems, {});
  }],

  ["BatchGetCommand reads the keys in their order, the missing ones undefined", "BatchGetItem", async () => {
    const requests = [3, 77, 1].map((i) => Pokemon.build(BatchGetRequest).key(bulk(i)));
    const { Responses: [found] } = await executeBatchGet(PokeTable.build(BatchGetCommand).requests(...requests));
    equal(found.map((item) => item?.pokemonId), ["b03", undefined, "b01"]);
  }],

  ["QueryCommand with a range reads in order", "Query", async () => {
    const { Items } = await PokeTable.build(QueryCommand).entities(Pokemon)
      .query({ partition: "POKEMON#bulk", range: { between: ["b03", "b05"] } }).send();
    equal(ids(Items), ["b03", "b04", "b05"]);
  }],

  ["QueryCommand backwards and limited goes on from its last key", "Query", async () => {
    const query = PokeTable.build(QueryCommand).entities(Pokemon).query({ partition: "POKEMON#bulk" });
    const page = await query.options({ reverse: true, limit: 2 }).send();
    equal([ids(page.Items), page.LastEvaluatedKey], [["b24", "b23"], { pk: "POKEMON#bulk", sk: "b23" }]);
    const next = await query.options({ reverse: true, limit: 2, exclusiveStartKey: page.LastEvaluatedKey }).send();
    equal(ids(next.Items), ["b22", "b21"]);
  }],

  ["QueryCommand with maxPages reads them all", "Query", async () => {
    const { Items, Count } = await PokeTable.build(QueryCommand).entities(Pokemon)
      .query({ partition: "POKEMON#bulk" }).options({ limit: 7, maxPages: Infinity }).send();
    equal([Items.length, Count], [25, 25]);
  }],

  ["QueryCommand of a global index orders by a number", "Query", async () => {
    const { Items } = await PokeTable.build(QueryCommand).entities(Pokemon)
      .query({ index: "byLevel", partition: "odd", range: { lt: 4 } }).send();
    equal(Items.map(({ level }) => level), [1, 3]);
  }],

  ["QueryCommand of a local index orders by its own sort key", "Query", async () => {
    const { Items } = await PokeTable.build(QueryCommand).entities(Pokemon)
      .query({ index: "byName", partition: "POKEMON#bulk", range: { beginsWith: "n7" } }).options({ consistent: true }).send();
    equal(ids(Items), ["b24", "b23", "b22", "b21", "b20"]);
  }],

  ["QueryCommand with filters of or, size and contains", "Query", async () => {
    const { Items } = await PokeTable.build(QueryCommand).entities(Pokemon).query({ partition: "POKEMON#pikachu" }).options({
      filters: { POKEMON: { and: [
        { or: [{ attr: "level", gt: 90 }, { attr: "pokeTypes", contains: "electric" }] },
        { size: "evolutions", eq: 1 }, { not: { attr: "customName", exists: false } }, { attr: "sprite", type: "B" },
      ] } },
    }).send();
    equal(ids(Items), ["1"]);
  }],

  ["QueryCommand with select COUNT only counts", "Query", async () => {
    const { Count, Items } = await PokeTable.build(QueryCommand).query({ partition: "POKEMON#bulk" })
      .options({ select: "COUNT" }).send();
    equal([Count, Items], [25, []]);
  }],

  ["ScanCommand returns the items of two entities", "Scan", async () => {
    await Trainer.build(PutItemCommand).item({ ...ash, badges: 3 }).send();
    const { Items } = await PokeTable.build(ScanCommand).entities(Pokemon, Trainer)
      .options({ maxPages: Infinity, limit: 10 }).send();
    equal([Items.length, Items.filter((item) => "badges" in item).length], [27, 1]);
  }],

  ["ScanCommand in segments reads each item once", "Scan", async () => {
    const segments = await Promise.all([0, 1, 2].map((segment) =>
      PokeTable.build(ScanCommand).options({ segment, totalSegments: 3 }).send()));
    equal(segments.reduce((sum, { Count }) => sum + Count, 0), 27);
  }],

  ["executeTransactWrite changes two entities", "TransactWriteItems", async () => {
    await executeTransactWrite({ clientRequestToken: crypto.randomUUID() },
      Pokemon.build(UpdateTransaction).item({ ...pikachu, trainer: "misty" })
        .options({ condition: { attr: "trainer", eq: "ash" } }),
      Trainer.build(UpdateTransaction).item({ ...ash, badges: $add(1) }));
    equal([(await get(Pokemon, pikachu)).trainer, (await get(Trainer, ash)).badges], ["misty", 4]);
  }],

  ["executeTransactWrite is cancelled as a whole, with a reason for each part", "TransactWriteItems", async () => {
    const error = await refused(executeTransactWrite(
      Pokemon.build(PutTransaction).item({ pokemonClass: "lost", pokemonId: "1" }),
      Trainer.build(ConditionCheck).key(ash).condition({ attr: "badges", gt: 1000 }),
    ), "TransactionCanceledException");
    equal(error.CancellationReasons.map(({ Code }) => Code), ["None", "ConditionalCheckFailed"]);
    equal(await get(Pokemon, { pokemonClass: "lost", pokemonId: "1" }), undefined);
  }],

  ["executeTransactGet reads two entities", "TransactGetItems", async () => {
    const { Responses } = await executeTransactGet(
      Pokemon.build(GetTransaction).key(pikachu), Trainer.build(GetTransaction).key({ trainerId: "nobody" }),
      Trainer.build(GetTransaction).key(ash));
    equal(Responses.map(({ Item }) => Item?.trainer ?? Item?.badges), ["misty", undefined, 4]);
  }],

  ["DeleteItemCommand with a condition keeps the item if it is false", "DeleteItem", async () => {
    const remove = (badges) => Trainer.build(DeleteItemCommand).key(ash)
      .options({ condition: { attr: "badges", eq: badges }, returnValues: "ALL_OLD" }).send();
    await condition(remove(99));
    equal((await remove(4)).Attributes.badges, 4);
  }],

  ["BatchWriteCommand deletes", "BatchWriteItem", async () => {
    await executeBatchWrite(PokeTable.build(BatchWriteCommand)
      .requests(Pokemon.build(BatchDeleteRequest).key(bulk(0)), Pokemon.build(BatchDeleteRequest).key(bulk(1))));
    equal(await get(Pokemon, bulk(1)), undefined);
  }],

  ["DeletePartitionCommand empties a partition", "BatchWriteItem", async () => {
    const partition = { partition: "POKEMON#bulk" };
    equal((await PokeTable.build(DeletePartitionCommand).entities(Pokemon).query(partition).send()).Count, 23);
    equal((await PokeTable.build(QueryCommand).query(partition).send()).Count, 0);
  }],
], () => ifThere(client.send(new DeleteTableCommand({ TableName: PokeTable.getName() }))));
