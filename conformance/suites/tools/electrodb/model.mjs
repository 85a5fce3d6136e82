// The task tracker of ElectroDB's documentation: two entities in one table, with collections over two indexes.

import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { Entity, Service } from "electrodb";
import { prefix, url } from "../lib/story.mjs";

export const client = new DynamoDBClient({ endpoint: url }); // region and credentials are in the environment
export const table = `${prefix}electrodb`;

const key = (name) => [`gsi${name}pk`, `gsi${name}sk`];

/** The table that ElectroDB's documentation asks for: it makes none itself. */
export const definition = {
  TableName: table,
  BillingMode: "PAY_PER_REQUEST",
  AttributeDefinitions: ["pk", "sk", ...key(1), ...key(2)].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
  KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }, { AttributeName: "sk", KeyType: "RANGE" }],
  GlobalSecondaryIndexes: [1, 2].map((index) => ({
    IndexName: `gsi${index}`,
    KeySchema: [{ AttributeName: key(index)[0], KeyType: "HASH" }, { AttributeName: key(index)[1], KeyType: "RANGE" }],
    Projection: { ProjectionType: "ALL" },
  })),
};

const Task = new Entity({
  model: { entity: "task", version: "1", service: "taskapp" },
  attributes: {
    team: { type: "string", required: true },
    task: { type: "string", required: true },
    project: { type: "string", required: true },
    employee: { type: "string", default: "unassigned" },
    status: { type: ["open", "in-progress", "on-hold", "closed"], default: "open" },
    points: { type: "number", default: 0 },
    tags: { type: "set", items: "string" },
    comments: {
      type: "list",
      items: { type: "map", properties: { user: { type: "string" }, body: { type: "string" } } },
    },
    estimate: { type: "map", properties: { hours: { type: "number" } } },
    updatedAt: { type: "number", watch: "*", set: () => 1630977029015, readOnly: true },
  },
  indexes: {
    task: {
      pk: { field: "pk", composite: ["team"] },
      sk: { field: "sk", composite: ["project", "task"] },
    },
    assigned: {
      collection: "assignments",
      index: "gsi1",
      pk: { field: "gsi1pk", composite: ["employee"] },
      sk: { field: "gsi1sk", composite: ["status"] },
    },
    backlog: {
      index: "gsi2",
      pk: { field: "gsi2pk", composite: ["project"] },
      sk: { field: "gsi2sk", composite: ["task"] },
    },
  },
}, { client, table });

const Employee = new Entity({
  model: { entity: "employee", version: "1", service: "taskapp" },
  attributes: {
    team: { type: "string", required: true },
    employee: { type: "string", required: true },
    title: { type: "string" },
    salary: { type: "number" },
  },
  indexes: {
    employee: {
      pk: { field: "pk", composite: ["team"] },
      sk: { field: "sk", composite: ["employee"] },
    },
    tasks: {
      collection: "assignments",
      index: "gsi1",
      pk: { field: "gsi1pk", composite: ["employee"] },
      sk: { field: "gsi1sk", composite: [] },
    },
  },
}, { client, table });

export const app = new Service({ task: Task, employee: Employee });
