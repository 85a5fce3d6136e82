// The high-level layer: DynamoDBDocumentClient, which takes and gives JavaScript's own values.

import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as lib from "@aws-sdk/lib-dynamodb";
import { convertToAttr, convertToNative } from "@aws-sdk/util-dynamodb";
import { clientSettings, joinRounds, pages } from "./plain.js";
import { bytesOf, jsonOf, mapObject } from "./values.js";

// Numbers are wrapped: JavaScript's own have 53 bits.
const wrapNumbers = true;

const maps = new Set(["Item", "Key", "Attributes", "ExpressionAttributeValues", "ExclusiveStartKey", "LastEvaluatedKey", "ItemCollectionKey"]);
const listsOfMaps = new Set(["Items", "Keys"]);

export class Document {
  constructor(endpoint, env) {
    this.client = lib.DynamoDBDocumentClient.from(new DynamoDBClient(clientSettings(endpoint, env)), {
      unmarshallOptions: { wrapNumbers },
    });
  }

  /** Performs a step with its expanded input; resolves to the output in the wire's JSON. */
  async perform(step, given) {
    const input = convert(bytesOf(given), (value) => convertToNative(value, { wrapNumbers }));
    return jsonOf(convert(await this.nativeOutput(step, input), (value) => convertToAttr(value)));
  }

  nativeOutput(step, input) {
    const { operation } = step;
    if (step.paginate || step.segments) return pages(lib, this.client, step, input);
    if (step.unprocessed) return joinRounds(operation, (i) => this.call(operation, i), input);
    return this.call(operation, input);
  }

  /** The library's commands drop Item: PutItem is PutCommand. */
  call(operation, input) {
    return this.client.send(new lib[`${operation.replace(/Items?$/, "")}Command`](input));
  }
}

/** Converts every attribute value of an input or output, which are where the names of the members say. */
function convert(value, one) {
  const map = (item) => mapObject(item, one);
  if (Array.isArray(value)) return value.map((v) => convert(v, one));
  if (value === null || typeof value !== "object") return value;
  return mapObject(value, (member, name) => {
    if (member === undefined) return member;
    if (maps.has(name)) return map(member);
    if (listsOfMaps.has(name)) return member.map(map);
    if (name === "Parameters") return member.map(one);
    if (name === "Responses" && !Array.isArray(member)) return mapObject(member, (items) => items.map(map));
    return convert(member, one);
  });
}
