// The table and entities of DynamoDB-Toolbox's documentation: pokemons and their trainers in one table.

import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import {
  Entity, Table, anyOf, binary, boolean, item, list, map, number, prefix as prefixed, record, set, string,
} from "dynamodb-toolbox";
import { prefix, url } from "../lib/story.mjs";

export const client = new DynamoDBClient({ endpoint: url }); // region and credentials are in the environment
const documentClient = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

export const PokeTable = new Table({
  documentClient,
  name: `${prefix}toolbox`,
  partitionKey: { name: "pk", type: "string" },
  sortKey: { name: "sk", type: "string" },
  indexes: {
    byLevel: {
      type: "global",
      partitionKey: { name: "trainer", type: "string" },
      sortKey: { name: "level", type: "number" },
    },
    byName: { type: "local", sortKey: { name: "name", type: "string" } },
  },
});

const key = (name, KeyType) => ({ AttributeName: name, KeyType });
const [byLevel, byName] = [PokeTable.indexes.byLevel, PokeTable.indexes.byName];

/** The request that makes the table: DynamoDB-Toolbox makes none itself. */
export const definition = {
  TableName: PokeTable.getName(),
  BillingMode: "PAY_PER_REQUEST",
  AttributeDefinitions: [PokeTable.partitionKey, PokeTable.sortKey, byLevel.partitionKey, byLevel.sortKey, byName.sortKey]
    .map(({ name, type }) => ({ AttributeName: name, AttributeType: type === "number" ? "N" : "S" })),
  KeySchema: [key("pk", "HASH"), key("sk", "RANGE")],
  GlobalSecondaryIndexes: [{
    IndexName: "byLevel", KeySchema: [key("trainer", "HASH"), key("level", "RANGE")], Projection: { ProjectionType: "ALL" },
  }],
  LocalSecondaryIndexes: [{
    IndexName: "byName", KeySchema: [key("pk", "HASH"), key("name", "RANGE")], Projection: { ProjectionType: "ALL" },
  }],
};

export const Pokemon = new Entity({
  name: "POKEMON",
  table: PokeTable,
  schema: item({
    pokemonClass: string().key().transform(prefixed("POKEMON")).savedAs("pk"),
    pokemonId: string().key().savedAs("sk"),
    name: string().optional(),
    trainer: string().optional(),
    level: number().default(1),
    customName: string().optional(),
    isLegendary: boolean().optional(),
    pokeTypes: set(string().enum("fire", "water", "grass", "electric")).optional(),
    evolutions: list(map({ name: string(), level: number() })).default([]),
    resistances: record(string(), number()).optional(),
    sprite: binary().optional(),
    holding: anyOf(string(), number()).optional(),
  }),
});

export const Trainer = new Entity({
  name: "TRAINER",
  table: PokeTable,
  schema: item({
    trainerId: string().key().transform(prefixed("TRAINER")).savedAs("pk"),
    kind: string().key().const("profile").default("profile").savedAs("sk"),
    badges: number().default(0),
  }),
});
