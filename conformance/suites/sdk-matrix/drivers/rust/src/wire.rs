//! Between JSON as the service's documentation writes it and the SDK's types. The SDK has no reflection, so `reads!`, `shows!` and
//! `texts!` implement the two traits from tables of members (see `types.rs` and `streams.rs`).

use std::collections::HashMap;

use aws_sdk_dynamodb::error::BuildError;
use aws_sdk_dynamodb::primitives::{Blob, DateTime};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Map, Value};

pub type Item<V> = HashMap<String, V>;

/// Made from JSON; the error says what about the JSON cannot be.
pub trait FromWire: Sized {
    fn from_wire(json: &Value) -> Result<Self, String>;
}

/// Shown as JSON; None is a member that the answer does not have.
pub trait ToWire {
    fn to_wire(&self) -> Option<Value>;
}

/// What the `build` of a builder gives: some of them can fail, some cannot.
pub trait Built<T> {
    fn built(self) -> Result<T, String>;
}

impl<T> Built<T> for T {
    fn built(self) -> Result<T, String> {
        Ok(self)
    }
}

impl<T> Built<T> for Result<T, BuildError> {
    fn built(self) -> Result<T, String> {
        self.map_err(|error| error.to_string())
    }
}

/// The member of an object by the SDK's name of its field.
pub fn member<T: FromWire>(object: &Value, field: &str) -> Result<Option<T>, String> {
    object.get(wire_name(field)).map(T::from_wire).transpose()
}

/// Refuses members that are not among the fields: the scenario asks for what this driver would silently leave out.
pub fn check_members(object: &Value, fields: &[&str]) -> Result<(), String> {
    let members = object.as_object().ok_or_else(|| format!("{object} is not an object"))?;
    let known: Vec<String> = fields.iter().map(|field| wire_name(field)).collect();
    match members.keys().find(|name| !known.contains(name)) {
        Some(name) => Err(format!("this driver does not know the member {name}")),
        None => Ok(()),
    }
}

/// The service's name of a member from the SDK's: `table_name` is TableName.
pub fn wire_name(field: &str) -> String {
    match field {
        "aws_region" => "awsRegion".into(),
        "dynamodb" => "dynamodb".into(),
        "event_id" => "eventID".into(),
        "event_name" => "eventName".into(),
        "event_source" => "eventSource".into(),
        "event_version" => "eventVersion".into(),
        "user_identity" => "userIdentity".into(),
        "size_estimate_range_gb" => "SizeEstimateRangeGB".into(),
        "sse_description" => "SSEDescription".into(),
        "sse_specification" => "SSESpecification".into(),
        "sse_type" => "SSEType".into(),
        "kms_master_key_arn" => "KMSMasterKeyArn".into(),
        "kms_master_key_id" => "KMSMasterKeyId".into(),
        _ => field.trim_start_matches("r#").split('_').map(capitalized).collect(),
    }
}

fn capitalized(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_uppercase() + rest
}

/// Puts a field into an object of JSON, if the answer has it.
pub fn show(object: &mut Map<String, Value>, field: &str, value: &impl ToWire) {
    if let Some(json) = value.to_wire() {
        object.insert(wire_name(field), json);
    }
}

/// Reads structures: `reads! { Tag { key, value } }`.
#[macro_export]
macro_rules! reads {
    ($($name:ident { $($field:ident),* $(,)? })*) => { $(
        impl FromWire for $name {
            fn from_wire(json: &Value) -> Result<Self, String> {
                check_members(json, &[$(stringify!($field)),*])?;
                let builder = $name::builder();
                pastey::paste! { $(let builder = builder.[<set_ $field>](member(json, stringify!($field))?);)* }
                builder.build().built()
            }
        }
    )* };
}

/// Shows structures: `shows! { Tag { key, value } }`.
#[macro_export]
macro_rules! shows {
    ($($name:ident { $($field:ident),* $(,)? })*) => { $(
        impl ToWire for $name {
            fn to_wire(&self) -> Option<Value> {
                #[allow(unused_mut)]
                let mut object = Map::new();
                $(show(&mut object, stringify!($field), &self.$field);)*
                Some(Value::Object(object))
            }
        }
    )* };
}

/// Reads and shows the SDK's enumerations of texts.
#[macro_export]
macro_rules! texts {
    ($($name:ident),* $(,)?) => { $(
        impl FromWire for $name {
            fn from_wire(json: &Value) -> Result<Self, String> {
                String::from_wire(json).map(|text| $name::from(text.as_str()))
            }
        }
        impl ToWire for $name {
            fn to_wire(&self) -> Option<Value> {
                Some(self.as_str().into())
            }
        }
    )* };
}

impl FromWire for String {
    fn from_wire(json: &Value) -> Result<Self, String> {
        json.as_str().map(str::to_owned).ok_or_else(|| format!("{json} is not a text"))
    }
}

impl ToWire for String {
    fn to_wire(&self) -> Option<Value> {
        Some(self.as_str().into())
    }
}

impl FromWire for bool {
    fn from_wire(json: &Value) -> Result<Self, String> {
        json.as_bool().ok_or_else(|| format!("{json} is not true or false"))
    }
}

impl ToWire for bool {
    fn to_wire(&self) -> Option<Value> {
        Some((*self).into())
    }
}

impl FromWire for i64 {
    fn from_wire(json: &Value) -> Result<Self, String> {
        json.as_i64().ok_or_else(|| format!("{json} is not an integer"))
    }
}

impl ToWire for i64 {
    fn to_wire(&self) -> Option<Value> {
        Some((*self).into())
    }
}

impl FromWire for i32 {
    fn from_wire(json: &Value) -> Result<Self, String> {
        i64::from_wire(json)?.try_into().map_err(|_| format!("{json} is too large"))
    }
}

impl ToWire for i32 {
    fn to_wire(&self) -> Option<Value> {
        Some((*self).into())
    }
}

impl ToWire for f64 {
    fn to_wire(&self) -> Option<Value> {
        Some((*self).into())
    }
}

impl FromWire for Blob {
    fn from_wire(json: &Value) -> Result<Self, String> {
        let bytes = BASE64.decode(String::from_wire(json)?);
        bytes.map(Blob::new).map_err(|error| format!("{json}: {error}"))
    }
}

impl ToWire for Blob {
    fn to_wire(&self) -> Option<Value> {
        Some(BASE64.encode(self.as_ref()).into())
    }
}

impl FromWire for DateTime {
    fn from_wire(json: &Value) -> Result<Self, String> {
        json.as_f64().map(DateTime::from_secs_f64).ok_or_else(|| format!("{json} is not a time in seconds"))
    }
}

impl ToWire for DateTime {
    fn to_wire(&self) -> Option<Value> {
        Some(self.as_secs_f64().into())
    }
}

impl<T: ToWire> ToWire for Option<T> {
    fn to_wire(&self) -> Option<Value> {
        self.as_ref().and_then(T::to_wire)
    }
}

impl<T: FromWire> FromWire for Vec<T> {
    fn from_wire(json: &Value) -> Result<Self, String> {
        let elements = json.as_array().ok_or_else(|| format!("{json} is not a list"))?;
        elements.iter().map(T::from_wire).collect()
    }
}

impl<T: ToWire> ToWire for Vec<T> {
    fn to_wire(&self) -> Option<Value> {
        Some(self.iter().filter_map(T::to_wire).collect())
    }
}

impl<T: FromWire> FromWire for Item<T> {
    fn from_wire(json: &Value) -> Result<Self, String> {
        let members = json.as_object().ok_or_else(|| format!("{json} is not an object"))?;
        members.iter().map(|(name, value)| Ok((name.clone(), T::from_wire(value)?))).collect()
    }
}

impl<T: ToWire> ToWire for Item<T> {
    fn to_wire(&self) -> Option<Value> {
        let members = self.iter().filter_map(|(name, value)| Some((name.clone(), value.to_wire()?)));
        Some(Value::Object(members.collect()))
    }
}
