//! What a call ends with when it has no answer.

use std::error::Error;

use aws_sdk_dynamodb::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use serde_json::{Map, Value};

/// The service's refusal, or what kept the SDK from getting an answer.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The service's name of the error; empty if it is not the service's.
    pub code: String,
    pub message: String,
    /// The other members of the error, as JSON: Item, CancellationReasons.
    pub members: Value,
}

/// The members of a service's error besides code and message.
pub trait Members {
    fn members(&self) -> Value;
}

/// Implements Members: `members! { QueryError; PutItemError: ConditionalCheckFailedException; }`, where the variant named has members to show.
#[macro_export]
macro_rules! members {
    ($($error:ident $(: $($variant:ident),+)?;)*) => { $(
        impl $crate::failure::Members for $error {
            fn members(&self) -> serde_json::Value {
                let shown: Option<serde_json::Value> = match self {
                    $($($error::$variant(refusal) => $crate::wire::ToWire::to_wire(refusal),)+)?
                    _ => None,
                };
                shown.unwrap_or_else(|| serde_json::Value::Object(Default::default()))
            }
        }
    )* };
}

impl From<String> for Failure {
    fn from(message: String) -> Self {
        Failure { code: String::new(), message, members: Value::Object(Map::new()) }
    }
}

impl<E, R> From<SdkError<E, R>> for Failure
where
    E: Members + ProvideErrorMetadata + Error + Send + Sync + 'static,
    R: std::fmt::Debug + Send + Sync + 'static,
{
    fn from(error: SdkError<E, R>) -> Self {
        match error.as_service_error() {
            Some(refusal) => Failure {
                code: refusal.code().unwrap_or_default().to_owned(),
                message: refusal.message().unwrap_or_default().to_owned(),
                members: refusal.members(),
            },
            None => Failure::from(DisplayErrorContext(&error).to_string()),
        }
    }
}
