//! The scenario as data.

use std::fs;

use serde_json::{Map, Value};

pub struct Scenario {
    pub steps: Vec<Step>,
    pub cleanup: Vec<Step>,
}

pub struct Step {
    pub name: String,
    pub operation: String,
    /// Whether the high-level layer has to perform it when that layer is judged.
    pub high: bool,
    pub input: Value,
    pub expect: Value,
    /// Null if the call has to succeed.
    pub error: Value,
    /// Variable by path.
    pub capture: Map<String, Value>,
    /// Seconds in which the step may be repeated.
    pub within: f64,
    pub way: Way,
    pub fault: Option<String>,
}

/// How a step is performed.
pub enum Way {
    Call,
    Wait(String),
    Pages,
    /// A parallel scan in so many segments.
    Segments(i64),
    Rounds,
    Shards,
}

impl Scenario {
    pub fn load(path: &str) -> Result<Self, String> {
        let text = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
        let json: Value = serde_json::from_str(&text).map_err(|error| format!("{path}: {error}"))?;
        Ok(Scenario { steps: steps(&json["steps"]), cleanup: steps(&json["cleanup"]) })
    }
}

fn steps(json: &Value) -> Vec<Step> {
    json.as_array().into_iter().flatten().map(Step::from_json).collect()
}

impl Step {
    fn from_json(json: &Value) -> Self {
        let text = |member: &str| json[member].as_str().map(str::to_owned);
        let object = |member: &str| json[member].as_object().cloned().unwrap_or_default();
        Step {
            name: text("name").unwrap_or_default(),
            operation: text("operation").unwrap_or_default(),
            high: json["high"] == true,
            input: object("input").into(),
            expect: object("expect").into(),
            error: json["error"].clone(),
            capture: object("capture"),
            within: json["within"].as_f64().unwrap_or(0.0),
            way: Way::from_json(json),
            fault: text("fault"),
        }
    }
}

impl Way {
    fn from_json(json: &Value) -> Self {
        if let Some(waiter) = json["wait"].as_str() {
            Way::Wait(waiter.to_owned())
        } else if let Some(segments) = json["segments"].as_i64() {
            Way::Segments(segments)
        } else if json["paginate"] == true {
            Way::Pages
        } else if json["unprocessed"] == true {
            Way::Rounds
        } else if json["shards"] == true {
            Way::Shards
        } else {
            Way::Call
        }
    }
}
