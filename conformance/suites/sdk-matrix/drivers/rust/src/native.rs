//! What a program has in place of attribute values: types of Rust that serde_dynamo makes values of, and fills from them.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};

use crate::numbers;

#[derive(Debug)]
pub enum Native {
    Null,
    Bool(bool),
    Text(String),
    Integer(i64),
    Natural(u64),
    Float(f64),
    Bytes(Vec<u8>),
    Texts(Vec<Native>),
    Numbers(Vec<Native>),
    Blobs(Vec<Native>),
    List(Vec<Native>),
    Map(BTreeMap<String, Native>),
}

impl Native {
    /// From a value of the wire. The error says what Rust's types cannot hold.
    pub fn from_wire(json: &Value) -> Result<Self, String> {
        let (kind, value) = kind(json)?;
        Ok(match kind {
            "S" => Native::Text(text(value)?.to_owned()),
            "N" => number(text(value)?)?,
            "B" => Native::Bytes(BASE64.decode(text(value)?).map_err(|error| error.to_string())?),
            "BOOL" => Native::Bool(value == &Value::Bool(true)),
            "NULL" => Native::Null,
            "SS" => Native::Texts(elements(value, "S")?),
            "NS" => Native::Numbers(elements(value, "N")?),
            "BS" => Native::Blobs(elements(value, "B")?),
            "L" => Native::List(list(value).iter().map(Native::from_wire).collect::<Result<_, _>>()?),
            "M" => Native::item(value)?,
            _ => return Err(format!("{kind} is not a type of values")),
        })
    }

    /// A map from an item of the wire.
    pub fn item(json: &Value) -> Result<Self, String> {
        let members = json.as_object().into_iter().flatten();
        let values = members.map(|(name, value)| Ok((name.clone(), Native::from_wire(value)?)));
        values.collect::<Result<_, String>>().map(Native::Map)
    }

    /// As a value of the wire.
    pub fn to_wire(&self) -> Value {
        match self {
            Native::Null => json!({"NULL": true}),
            Native::Bool(value) => json!({"BOOL": value}),
            Native::Text(value) => json!({"S": value}),
            Native::Integer(value) => json!({"N": value.to_string()}),
            Native::Natural(value) => json!({"N": value.to_string()}),
            Native::Float(value) => json!({"N": value.to_string()}),
            Native::Bytes(value) => json!({"B": BASE64.encode(value)}),
            Native::Texts(values) => json!({"SS": scalars(values, "S")}),
            Native::Numbers(values) => json!({"NS": scalars(values, "N")}),
            Native::Blobs(values) => json!({"BS": scalars(values, "B")}),
            Native::List(values) => json!({"L": values.iter().map(Native::to_wire).collect::<Vec<_>>()}),
            Native::Map(values) => {
                json!({"M": values.iter().map(|(name, value)| (name.clone(), value.to_wire())).collect::<serde_json::Map<_, _>>()})
            }
        }
    }
}

fn kind(json: &Value) -> Result<(&str, &Value), String> {
    let first = json.as_object().and_then(|members| members.iter().next());
    first.map(|(kind, value)| (kind.as_str(), value)).ok_or_else(|| format!("{json} is not a value"))
}

fn text(json: &Value) -> Result<&str, String> {
    json.as_str().ok_or_else(|| format!("{json} is not a text"))
}

fn list(json: &Value) -> &[Value] {
    json.as_array().map_or(&[], Vec::as_slice)
}

fn elements(set: &Value, kind: &str) -> Result<Vec<Native>, String> {
    list(set).iter().map(|element| Native::from_wire(&json!({kind: element}))).collect()
}

fn scalars(set: &[Native], kind: &str) -> Vec<Value> {
    set.iter().map(|element| element.to_wire()[kind].clone()).collect()
}

fn number(text: &str) -> Result<Native, String> {
    if let Ok(integer) = text.parse() {
        return Ok(Native::Integer(integer));
    }
    if let Ok(natural) = text.parse() {
        return Ok(Native::Natural(natural));
    }
    match text.parse::<f64>() {
        Ok(float) if numbers::equal(text, &float.to_string()) => Ok(Native::Float(float)),
        _ => Err(format!("neither i64, u64 nor f64 holds {text}")),
    }
}
