//! The SDK's plain clients, called by an operation's name with JSON in and out.

use std::time::Duration;

use aws_sdk_dynamodb::client::Waiters;
use aws_sdk_dynamodb::config::{BehaviorVersion, Credentials, Region};
use aws_smithy_http_client::Builder;
use aws_smithy_http_client::tls::Provider;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::settings::Settings;
use crate::step::{Step, Way};
use crate::wire::{FromWire, ToWire};
use crate::{items, many, streams, tables};

/// An operation's output, or why there is none.
pub type Answer = Result<Value, Failure>;

/// The longest that a waiter waits.
const PATIENCE: Duration = Duration::from_secs(120);

/// A request of the SDK with those fields that the input has; an error in words if the input does not fit.
#[macro_export]
macro_rules! request {
    ($request:expr, $input:ident, $($field:ident),* $(,)?) => {
        (|| {
            $crate::wire::check_members($input, &[$(stringify!($field)),*])?;
            let request = $request;
            pastey::paste! { $(let request = request.[<set_ $field>]($crate::wire::member($input, stringify!($field))?);)* }
            Ok::<_, String>(request)
        })()
    };
}

/// Sends a request and shows the answer.
#[macro_export]
macro_rules! send {
    ($request:expr) => {
        match $request {
            Ok(request) => match request.send().await {
                Ok(output) => Ok($crate::wire::ToWire::to_wire(&output).unwrap_or_default()),
                Err(error) => Err($crate::failure::Failure::from(error)),
            },
            Err(message) => Err($crate::failure::Failure::from(message)),
        }
    };
    ($request:expr, $input:ident, $($field:ident),* $(,)?) => {
        $crate::send!($crate::request!($request, $input, $($field),*))
    };
}

/// Sends a request by the SDK's paginator and joins the pages.
macro_rules! pages {
    ($request:expr) => {{
        let mut pages = $request?.into_paginator().send();
        let mut joined = json!({"Pages": 0});
        while let Some(page) = pages.next().await {
            add(&mut joined["Pages"], 1);
            join(&mut joined, page?.to_wire().unwrap_or_default());
        }
        Ok(joined)
    }};
}

pub struct Low {
    tables: aws_sdk_dynamodb::Client,
    streams: aws_sdk_dynamodbstreams::Client,
}

impl Low {
    /// Clients of the server at an address, with the SDK's own retries.
    pub fn new(settings: &Settings, address: &str) -> Self {
        // The SDK's default client would bring the TLS of its choice, which takes minutes to build.
        let http = Builder::new().tls_provider(Provider::Rustls(CryptoMode::Ring)).build_https();
        let credentials = Credentials::new(&settings.access_key, &settings.secret_key, None, None, "settings");
        let region = Region::new(settings.region.clone());
        Low {
            tables: aws_sdk_dynamodb::Client::from_conf(
                aws_sdk_dynamodb::Config::builder()
                    .behavior_version(BehaviorVersion::latest())
                    .http_client(http.clone())
                    .credentials_provider(credentials.clone())
                    .region(region.clone())
                    .endpoint_url(address)
                    .build(),
            ),
            streams: aws_sdk_dynamodbstreams::Client::from_conf(
                aws_sdk_dynamodbstreams::Config::builder()
                    .behavior_version(aws_sdk_dynamodbstreams::config::BehaviorVersion::latest())
                    .http_client(http)
                    .credentials_provider(credentials)
                    .region(region)
                    .endpoint_url(address)
                    .build(),
            ),
        }
    }

    /// Performs a step in its way, with its input expanded.
    pub async fn perform(&self, step: &Step, input: &Value) -> Answer {
        match &step.way {
            Way::Call => self.call(&step.operation, input).await,
            Way::Wait(waiter) => self.wait(waiter, input).await,
            Way::Pages => self.pages(&step.operation, input).await,
            Way::Segments(total) => self.segments(*total, input).await,
            Way::Rounds => self.rounds(&step.operation, input).await,
            Way::Shards => streams::records_of_all_shards(&self.streams, input).await,
        }
    }

    async fn call(&self, operation: &str, input: &Value) -> Answer {
        if let Some(answer) = tables::call(&self.tables, operation, input).await {
            return answer;
        }
        if let Some(answer) = items::call(&self.tables, operation, input).await {
            return answer;
        }
        if let Some(answer) = many::call(&self.tables, operation, input).await {
            return answer;
        }
        let answer = streams::call(&self.streams, operation, input).await;
        answer.unwrap_or_else(|| Err(Failure::from(format!("this driver does not know the operation {operation}"))))
    }

    /// All pages, by the SDK's paginator, joined as one output.
    async fn pages(&self, operation: &str, input: &Value) -> Answer {
        match operation {
            "ListTables" => pages!(tables::list_tables(&self.tables, input)),
            "Query" => pages!(items::query(&self.tables, input)),
            "Scan" => pages!(items::scan(&self.tables, input)),
            _ => Err(Failure::from(format!("this driver knows no paginator of {operation}"))),
        }
    }

    /// A parallel scan, one segment after the other.
    async fn segments(&self, total: i64, input: &Value) -> Answer {
        let mut joined = json!({"Pages": 0});
        let mut input = input.clone();
        input["TotalSegments"] = total.into();
        for segment in 0..total {
            input["Segment"] = segment.into();
            join(&mut joined, self.pages("Scan", &input).await?);
        }
        Ok(joined)
    }

    /// Waits with the SDK's waiter of that name.
    async fn wait(&self, waiter: &str, input: &Value) -> Answer {
        let table = String::from_wire(&input["TableName"])?;
        let waited = match waiter {
            "TableExists" => {
                let waiting = self.tables.wait_until_table_exists().table_name(table);
                waiting.wait(PATIENCE).await.map(drop).map_err(|error| error.to_string())
            }
            "TableNotExists" => {
                let waiting = self.tables.wait_until_table_not_exists().table_name(table);
                waiting.wait(PATIENCE).await.map(drop).map_err(|error| error.to_string())
            }
            _ => Err(format!("this driver knows no waiter {waiter}")),
        };
        waited.map(|()| json!({})).map_err(Failure::from)
    }

    /// Sends a batch again with what was left unprocessed until nothing is.
    async fn rounds(&self, operation: &str, input: &Value) -> Answer {
        let left = if operation == "BatchGetItem" { "UnprocessedKeys" } else { "UnprocessedItems" };
        let mut input = input.clone();
        let mut joined = json!({"Rounds": 0, "Responses": {}});
        while input["RequestItems"].as_object().is_some_and(|requests| !requests.is_empty()) {
            let mut output = self.call(operation, &input).await?;
            add(&mut joined["Rounds"], 1);
            for (table, items) in output["Responses"].as_object().into_iter().flatten() {
                extend(&mut joined["Responses"][table], items);
            }
            input["RequestItems"] = output[left].take();
        }
        Ok(joined)
    }
}

/// Adds an output to those before: lists are continued, counts summed, other members left out.
fn join(joined: &mut Value, page: Value) {
    for (name, value) in page.as_object().into_iter().flatten() {
        match value {
            Value::Array(_) => extend(&mut joined[name], value),
            Value::Number(count) => add(&mut joined[name], count.as_i64().unwrap_or(0)),
            _ => {}
        }
    }
}

fn add(sum: &mut Value, count: i64) {
    *sum = (sum.as_i64().unwrap_or(0) + count).into();
}

fn extend(list: &mut Value, more: &Value) {
    let elements = list.as_array().into_iter().chain(more.as_array()).flatten();
    *list = elements.cloned().collect();
}
