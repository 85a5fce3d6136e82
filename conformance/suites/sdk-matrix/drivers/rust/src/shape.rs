//! How serde, and with it serde_dynamo, writes and fills what `native.rs` holds: what derives do for a program's own structures.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use serde_dynamo::{binary_set, number_set, string_set};

use crate::native::Native;

impl Serialize for Native {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Native::Null => serializer.serialize_none(),
            Native::Bool(value) => serializer.serialize_bool(*value),
            Native::Text(value) => serializer.serialize_str(value),
            Native::Integer(value) => serializer.serialize_i64(*value),
            Native::Natural(value) => serializer.serialize_u64(*value),
            Native::Float(value) => serializer.serialize_f64(*value),
            Native::Bytes(value) => serializer.serialize_bytes(value),
            Native::Texts(values) => string_set::serialize(values, serializer),
            Native::Numbers(values) => number_set::serialize(values, serializer),
            Native::Blobs(values) => binary_set::serialize(values, serializer),
            Native::List(values) => values.serialize(serializer),
            Native::Map(values) => values.serialize(serializer),
        }
    }
}

/// Asks for a value with the types of another one, as a structure's fields ask for theirs.
#[derive(Clone, Copy)]
pub struct Like<'a>(pub &'a Native);

impl<'de> DeserializeSeed<'de> for Like<'_> {
    type Value = Native;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Native, D::Error> {
        match self.0 {
            Native::Null => deserializer.deserialize_option(self),
            Native::Bool(_) => deserializer.deserialize_bool(self),
            Native::Text(_) => deserializer.deserialize_string(self),
            Native::Integer(_) => deserializer.deserialize_i64(self),
            Native::Natural(_) => deserializer.deserialize_u64(self),
            Native::Float(_) => deserializer.deserialize_f64(self),
            Native::Bytes(_) => deserializer.deserialize_byte_buf(self),
            Native::Texts(_) | Native::Numbers(_) | Native::Blobs(_) | Native::List(_) => deserializer.deserialize_seq(self),
            Native::Map(_) => deserializer.deserialize_map(self),
        }
    }
}

impl<'de> Visitor<'de> for Like<'_> {
    type Value = Native;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "a value like {:?}", self.0)
    }

    fn visit_none<E: Error>(self) -> Result<Native, E> {
        Ok(Native::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Native, E> {
        Ok(Native::Bool(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Native, E> {
        Ok(Native::Text(value.to_owned()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Native, E> {
        Ok(Native::Integer(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Native, E> {
        Ok(Native::Natural(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Native, E> {
        Ok(Native::Float(value))
    }

    fn visit_bytes<E: Error>(self, value: &[u8]) -> Result<Native, E> {
        Ok(Native::Bytes(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Native, A::Error> {
        match self.0 {
            Native::Texts(like) => fill(&mut elements, like).map(Native::Texts),
            Native::Numbers(like) => fill(&mut elements, like).map(Native::Numbers),
            Native::Blobs(like) => fill(&mut elements, like).map(Native::Blobs),
            Native::List(like) => fill(&mut elements, like).map(Native::List),
            _ => Err(Error::custom("a list came unasked")),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Native, A::Error> {
        let Native::Map(like) = self.0 else {
            return Err(Error::custom("a map came unasked"));
        };
        let mut filled = BTreeMap::new();
        while let Some(name) = members.next_key::<String>()? {
            let value = like.get(&name).ok_or_else(|| Error::custom(format!("{name} came unasked")))?;
            filled.insert(name, members.next_value_seed(Like(value))?);
        }
        Ok(Native::Map(filled))
    }
}

fn fill<'de, A: SeqAccess<'de>>(elements: &mut A, like: &[Native]) -> Result<Vec<Native>, A::Error> {
    let mut filled = Vec::with_capacity(like.len());
    for element in like {
        filled.extend(elements.next_element_seed(Like(element))?);
    }
    Ok(filled)
}
