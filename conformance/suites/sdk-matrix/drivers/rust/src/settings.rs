//! What the environment tells the driver; FORMAT.md lists the variables.

use std::env;

pub struct Settings {
    pub url: String,
    pub region: String,
    pub access_key: String,
    pub secret_key: String,
    /// The start of every table's name.
    pub prefix: String,
    /// The path of the scenario.
    pub scenario: String,
    /// low, high or cleanup.
    pub layer: String,
}

impl Settings {
    pub fn from_environment() -> Result<Self, String> {
        Ok(Settings {
            url: variable("CONFORMANCE_URL")?,
            region: variable("CONFORMANCE_REGION")?,
            access_key: variable("CONFORMANCE_ACCESS_KEY")?,
            secret_key: variable("CONFORMANCE_SECRET_KEY")?,
            prefix: variable("CONFORMANCE_PREFIX")?,
            scenario: variable("SDK_MATRIX_SCENARIO")?,
            layer: variable("SDK_MATRIX_LAYER")?,
        })
    }
}

/// The address of the proxy with that fault; None if there is no proxy.
pub fn faulty_address(fault: &str) -> Option<String> {
    env::var(format!("SDK_MATRIX_{}_URL", fault.to_uppercase())).ok()
}

fn variable(name: &str) -> Result<String, String> {
    env::var(name).map_err(|_| format!("{name} is not set"))
}
