// The quick start's book, and the models of an application: orders with indexes, sessions that expire, accounts.

import dynamoose from "dynamoose";
import { prefix, url } from "../lib/story.mjs";

// Region and credentials are in the environment.
dynamoose.aws.ddb.set(new dynamoose.aws.ddb.DynamoDB({ endpoint: url }));
dynamoose.Table.defaults.set({
  prefix: `${prefix}dynamoose-`, throughput: "ON_DEMAND", waitForActive: { check: { frequency: 200 } },
});

const genres = ["fantasy", "sci-fi", "mystery", "non-fiction", "other"];

export const Book = dynamoose.model("book", {
  id: { type: String, hashKey: true, default: () => crypto.randomUUID() },
  title: { type: String, required: true },
  author: { type: String, required: true },
  publishedDate: { type: Date, required: true },
  genre: { type: String, required: true, enum: genres },
  summary: String,
  pageCount: Number,
}, { throughput: { read: 2, write: 1 } }); // all else in the quick start's default way

export const Order = dynamoose.model("order", new dynamoose.Schema({
  customer: { type: String, hashKey: true },
  number: { type: Number, rangeKey: true },
  status: { type: String, index: { name: "by-status", rangeKey: "total", project: true } },
  total: { type: Number, index: { name: "by-total", type: "local", project: ["status"] } },
  lines: { type: Array, schema: [{ type: Object, schema: { sku: String, count: Number } }] },
  labels: { type: Set, schema: [String] },
  picture: Buffer,
  paid: Boolean,
  address: { type: Object, schema: { street: String, city: String } },
  note: [String, dynamoose.type.NULL],
}, { timestamps: true }));

export const Session = dynamoose.model("session", { id: { type: String, hashKey: true } },
  { expires: { ttl: 48 * 3600 * 1000, attribute: "expires" } });

export const Account = dynamoose.model("account", { owner: { type: String, hashKey: true }, balance: Number });

/** The accounts' table: made as such, not by the model. */
export const accounts = new dynamoose.Table("account", [Account], {
  streamOptions: { enabled: true, type: "NEW_IMAGE" }, tags: { team: "core" },
});

export const { Condition, transaction } = dynamoose;
export const ddb = dynamoose.aws.ddb();
