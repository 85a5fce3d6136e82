//! The high-level layer: items of requests are made by serde_dynamo from Rust's own types, and those of answers are turned into
//! such types by it. serde_dynamo has no calls of its own; the SDK's client makes them.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use serde::de::DeserializeSeed;
use serde_dynamo::Deserializer;
use serde_json::{Map, Value};

use crate::failure::Failure;
use crate::low::Answer;
use crate::native::Native;
use crate::shape::Like;
use crate::wire::{FromWire, Item, ToWire};

/// Why an item did not get through.
pub enum Obstacle {
    /// Rust's types cannot hold it.
    Unfit(String),
    /// serde_dynamo refused it.
    Refused(String),
}

type Passed = Result<Value, Obstacle>;
type Passage = fn(&Value) -> Passed;

/// Takes the items of a request through serde_dynamo.
pub fn request(input: &Value) -> Passed {
    structure(input, outgoing)
}

/// Takes the items of an output or a refusal through serde_dynamo.
pub fn answer(answer: &Answer) -> Result<Answer, Obstacle> {
    Ok(match answer {
        Ok(output) => Ok(structure(output, incoming)?),
        Err(failure) => Err(Failure { members: structure(&failure.members, incoming)?, ..failure.clone() }),
    })
}

/// Walks a request or an answer down to its items, which the members of these names are.
fn structure(value: &Value, passage: Passage) -> Passed {
    match value {
        Value::Object(members) => {
            let passed = members.iter().map(|(name, member)| Ok((name.clone(), member_of(name, member, passage)?)));
            passed.collect::<Result<Map<_, _>, _>>().map(Value::Object)
        }
        Value::Array(elements) => elements.iter().map(|element| structure(element, passage)).collect(),
        _ => Ok(value.clone()),
    }
}

fn member_of(name: &str, member: &Value, passage: Passage) -> Passed {
    match (name, member) {
        (
            "Item"
            | "Key"
            | "Attributes"
            | "ExpressionAttributeValues"
            | "ExclusiveStartKey"
            | "LastEvaluatedKey"
            | "ItemCollectionKey",
            Value::Object(_),
        ) => passage(member),
        ("Items" | "Keys", Value::Array(items)) => items.iter().map(passage).collect(),
        ("Parameters", Value::Array(values)) => values.iter().map(|value| parameter(value, passage)).collect(),
        // BatchGetItem answers with a list of items for each table; the transactions' Responses have members called Item.
        ("Responses", Value::Object(tables)) => {
            let passed = tables.iter().map(|(table, items)| Ok((table.clone(), member_of("Items", items, passage)?)));
            passed.collect::<Result<Map<_, _>, _>>().map(Value::Object)
        }
        _ => structure(member, passage),
    }
}

/// A single value, as the only member of an item.
fn parameter(value: &Value, passage: Passage) -> Passed {
    let item = passage(&Value::Object(Map::from_iter([("value".to_owned(), value.clone())])))?;
    Ok(item["value"].clone())
}

fn outgoing(item: &Value) -> Passed {
    let native = Native::item(item).map_err(Obstacle::Unfit)?;
    let made: Item<AttributeValue> = serde_dynamo::to_item(&native).map_err(|error| Obstacle::Refused(error.to_string()))?;
    Ok(made.to_wire().unwrap_or_default())
}

fn incoming(item: &Value) -> Passed {
    let like = Native::item(item).map_err(Obstacle::Unfit)?;
    let values: HashMap<String, AttributeValue> = FromWire::from_wire(item).map_err(Obstacle::Refused)?;
    let values = serde_dynamo::AttributeValue::from(AttributeValue::M(values));
    let filled = Like(&like).deserialize(Deserializer::from_attribute_value(values));
    let filled = filled.map_err(|error| Obstacle::Refused(error.to_string()))?;
    Ok(filled.to_wire()["M"].clone())
}
