//! What a step expects, compared with what it got.

use regex_lite::Regex;
use serde_json::{Map, Value};

use crate::numbers;

/// How values are compared.
#[derive(Clone, Copy)]
pub struct Comparison {
    /// Numbers of the service are equal by value, not by text.
    pub numbers_by_value: bool,
}

impl Comparison {
    /// The first place in which an output is not as wanted, in words. Members of the output that are not wanted do not count,
    /// those of everything below do.
    pub fn difference(self, want: &Value, got: &Value) -> Option<String> {
        match want.as_object() {
            Some(members) if matcher(members).is_none() => self.members(members, got, "", false),
            _ => self.value(want, Some(got), ""),
        }
    }

    fn value(self, want: &Value, got: Option<&Value>, path: &str) -> Option<String> {
        if let Some((name, argument)) = want.as_object().and_then(matcher) {
            return self.matched(name, argument, want, got, path);
        }
        let Some(got) = got else {
            return Some(differs(want, got, path));
        };
        match (want, got) {
            (Value::Object(members), Value::Object(_)) => self.members(members, got, path, true),
            (Value::Array(elements), Value::Array(found)) if elements.len() == found.len() => {
                if matches!(path.rsplit('.').next(), Some("SS" | "NS" | "BS")) {
                    return self.set(elements, want, got, path);
                }
                let mut pairs = elements.iter().zip(found).enumerate();
                pairs.find_map(|(i, (element, found))| self.value(element, Some(found), &below(path, &i.to_string())))
            }
            _ => (!self.equal(want, got, path)).then(|| differs(want, Some(got), path)),
        }
    }

    fn members(self, want: &Map<String, Value>, got: &Value, path: &str, exact: bool) -> Option<String> {
        let Some(found) = got.as_object() else {
            return Some(differs(&Value::Object(want.clone()), Some(got), path));
        };
        let wrong = want.iter().find_map(|(name, value)| self.value(value, found.get(name), &below(path, name)));
        let surplus = || found.keys().find(|name| !want.contains_key(*name)).filter(|_| exact);
        wrong.or_else(|| surplus().map(|name| format!("{}: want nothing, got {}", below(path, name), found[name])))
    }

    /// Elements in any order: each one wanted takes one that is found.
    fn set(self, elements: &[Value], want: &Value, got: &Value, path: &str) -> Option<String> {
        let mut left: Vec<&Value> = got.as_array().into_iter().flatten().collect();
        let all_found = left.len() == elements.len()
            && elements.iter().all(|element| {
                let place = left.iter().position(|found| self.value(element, Some(found), path).is_none());
                place.map(|i| left.swap_remove(i)).is_some()
            });
        (!all_found).then(|| differs(want, Some(got), path))
    }

    fn equal(self, want: &Value, got: &Value, path: &str) -> bool {
        match (want, got) {
            (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
            (Value::String(one), Value::String(other))
                if self.numbers_by_value && matches!(path.rsplit('.').next(), Some("N" | "NS")) =>
            {
                numbers::equal(one, other)
            }
            _ => want == got,
        }
    }

    fn matched(self, name: &str, argument: &Value, want: &Value, got: Option<&Value>, path: &str) -> Option<String> {
        let present = got.filter(|value| !value.is_null());
        let matches = match (name, present) {
            ("$absent", _) => got.is_none(),
            (_, None) => false,
            ("$any", _) => true,
            ("$has", Some(value)) => match argument.as_object() {
                Some(members) => return self.members(members, value, path, false),
                None => false,
            },
            ("$set", Some(value)) => return self.set(argument.as_array().map_or(&[], Vec::as_slice), want, value, path),
            ("$length", Some(value)) => value.as_array().map(Vec::len) == argument.as_u64().map(|length| length as usize),
            ("$match", Some(value)) => found(argument, value),
            ("$atLeast", Some(value)) => value.as_f64() >= argument.as_f64() && value.is_number(),
            _ => return Some(format!("{path}: {name} is not a matcher")),
        };
        (!matches).then(|| differs(want, got, path))
    }
}

/// The name and argument of an object that is a matcher.
fn matcher(members: &Map<String, Value>) -> Option<(&str, &Value)> {
    let (name, argument) = members.iter().next()?;
    (members.len() == 1 && name.starts_with('$')).then_some((name.as_str(), argument))
}

fn found(expression: &Value, text: &Value) -> bool {
    let expression = Regex::new(expression.as_str().unwrap_or_default());
    text.as_str().is_some_and(|text| expression.is_ok_and(|expression| expression.is_match(text)))
}

fn below(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

fn differs(want: &Value, got: Option<&Value>, path: &str) -> String {
    let got = got.map_or("nothing".to_owned(), Value::to_string);
    format!("{path}: want {want}, got {got}")
}

#[cfg(test)]
mod tests {
    use super::Comparison;
    use serde_json::json;

    #[test]
    fn an_output_is_as_wanted_or_not() {
        let cases = [
            ("members of the output that are not wanted do not count", json!({"Count": 1}), json!({"Count": 1, "More": 2}), true),
            ("members below do", json!({"Item": {}}), json!({"Item": {"a": 1}}), false),
            ("a member is missing", json!({"Count": 1}), json!({}), false),
            ("lists have an order", json!({"L": [1, 2]}), json!({"L": [2, 1]}), false),
            ("sets have none", json!({"x": {"SS": ["a", "b"]}}), json!({"x": {"SS": ["b", "a"]}}), true),
            ("sets have all elements", json!({"x": {"SS": ["a", "a"]}}), json!({"x": {"SS": ["b", "a"]}}), false),
            ("numbers of JSON are equal by value", json!({"Count": 1}), json!({"Count": 1.0}), true),
            ("numbers of the service are equal by text", json!({"x": {"N": "1"}}), json!({"x": {"N": "1.0"}}), false),
            ("any is something", json!({"x": {"$any": true}}), json!({}), false),
            ("absent is nothing", json!({"x": {"$absent": true}}), json!({"x": []}), false),
            ("absent", json!({"x": {"$absent": true}}), json!({"y": 1}), true),
            ("has", json!({"x": {"$has": {"a": 1}}}), json!({"x": {"a": 1, "b": 2}}), true),
            ("set of objects", json!({"x": {"$set": [{"a": 1}, {"$any": true}]}}), json!({"x": [{"b": 1}, {"a": 1}]}), true),
            ("length", json!({"x": {"$length": 2}}), json!({"x": [1]}), false),
            ("match", json!({"x": {"$match": "^a+$"}}), json!({"x": "aab"}), false),
            ("at least", json!({"x": {"$atLeast": 2}}), json!({"x": 1.5}), false),
        ];
        for (name, want, got, same) in cases {
            let difference = Comparison { numbers_by_value: false }.difference(&want, &got);
            assert_eq!(difference.is_none(), same, "{name}: {difference:?}");
        }
    }
}
