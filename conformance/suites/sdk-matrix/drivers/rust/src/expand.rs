//! Values that a step computes before it runs: variables, repeated texts, lists that count.

use std::collections::HashMap;

use serde_json::{Map, Value};

/// Variables by name. A captured one can be any value.
pub type Variables = HashMap<String, Value>;

/// The value with everything computed; an error names what cannot be.
pub fn expand(value: &Value, variables: &Variables) -> Result<Value, String> {
    match value {
        Value::String(text) => expand_text(text, variables),
        Value::Array(elements) => elements.iter().map(|element| expand(element, variables)).collect(),
        Value::Object(members) => match only(members) {
            Some(("$repeat", arguments)) => repeat(&expand(arguments, variables)?),
            Some(("$list", arguments)) => list(arguments, variables),
            _ => expand_members(members, variables).map(Value::Object),
        },
        _ => Ok(value.clone()),
    }
}

fn only(members: &Map<String, Value>) -> Option<(&str, &Value)> {
    let first = members.iter().next().filter(|_| members.len() == 1);
    first.map(|(name, value)| (name.as_str(), value))
}

fn expand_members(members: &Map<String, Value>, variables: &Variables) -> Result<Map<String, Value>, String> {
    let expanded = members.iter().map(|(name, value)| {
        let name = expand_text(name, variables)?;
        Ok((name.as_str().ok_or("a member's name is not a text")?.to_owned(), expand(value, variables)?))
    });
    expanded.collect()
}

/// A text that is nothing but one variable becomes its value, whatever that is.
fn expand_text(text: &str, variables: &Variables) -> Result<Value, String> {
    let mut expanded = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("${") {
        let (name, after) = after.split_once('}').ok_or_else(|| format!("${{ without }} in {text}"))?;
        let value = variables.get(name).ok_or_else(|| format!("no variable is called {name}"))?;
        if text.len() == name.len() + "${}".len() {
            return Ok(value.clone());
        }
        expanded += before;
        expanded += value.as_str().ok_or_else(|| format!("{name} is not a text"))?;
        rest = after;
    }
    Ok((expanded + rest).into())
}

fn repeat(arguments: &Value) -> Result<Value, String> {
    match (arguments[0].as_str(), arguments[1].as_u64()) {
        (Some(text), Some(times)) => Ok(text.repeat(times as usize).into()),
        _ => Err(format!("$repeat takes a text and a number, not {arguments}")),
    }
}

fn list(arguments: &Value, variables: &Variables) -> Result<Value, String> {
    let (Some(from), Some(to)) = (arguments["from"].as_i64(), arguments["to"].as_i64()) else {
        return Err(format!("$list counts from a number to a number, not by {arguments}"));
    };
    let numbers: Vec<i64> = if from <= to { (from..=to).collect() } else { (to..=from).rev().collect() };
    let mut variables = variables.clone();
    let elements = numbers.into_iter().map(|number| {
        variables.insert("i".into(), number.to_string().into());
        expand(&arguments["of"], &variables)
    });
    elements.collect()
}
