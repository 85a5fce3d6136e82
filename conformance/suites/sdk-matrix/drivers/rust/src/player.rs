//! Performs the steps one after the other and reports how each ended.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::expand::{Variables, expand};
use crate::expect::Comparison;
use crate::failure::Failure;
use crate::high::{self, Obstacle};
use crate::low::{Answer, Low};
use crate::settings::{Settings, faulty_address};
use crate::step::Step;

const PAUSE: Duration = Duration::from_millis(500);

/// Plays a scenario with one layer.
pub struct Player {
    settings: Settings,
    variables: Variables,
    /// Clients by the address they speak to.
    clients: HashMap<String, Low>,
}

enum Verdict {
    Passed,
    Failed(String),
    Skipped(String),
    /// The layer cannot hold the request's values; nothing was sent.
    Unfit(String),
}

impl Player {
    pub fn new(settings: Settings) -> Self {
        let run = format!("{:016x}", RandomState::new().build_hasher().finish());
        let variables = [("prefix".to_owned(), settings.prefix.clone().into()), ("run".to_owned(), run.into())];
        Player { settings, variables: variables.into(), clients: HashMap::new() }
    }

    /// Performs and reports all steps.
    pub async fn play(&mut self, steps: &[Step]) {
        for step in steps {
            let start = Instant::now();
            let verdict = self.judge(step, self.is_high() && step.high).await;
            let (result, message) = match verdict {
                Verdict::Passed => ("pass", String::new()),
                Verdict::Failed(message) => ("fail", message),
                Verdict::Skipped(reason) => ("skip", reason),
                Verdict::Unfit(reason) => {
                    // For the steps that build on it.
                    self.judge(step, false).await;
                    ("skip", reason)
                }
            };
            println!(
                "{}",
                json!({"step": step.name, "result": result, "message": message, "seconds": start.elapsed().as_secs_f64()})
            );
        }
    }

    /// Performs steps of which nobody wants to know how they end.
    pub async fn clean_up(&mut self, steps: &[Step]) {
        for step in steps {
            let _ = self.judge_once(step, false).await;
        }
    }

    fn is_high(&self) -> bool {
        self.settings.layer == "high"
    }

    /// Performs a step, again while it fails and has time.
    async fn judge(&mut self, step: &Step, high: bool) -> Verdict {
        let end = Instant::now() + Duration::from_secs_f64(step.within);
        loop {
            let verdict = self.judge_once(step, high).await.unwrap_or_else(Verdict::Failed);
            if !matches!(verdict, Verdict::Failed(_)) || Instant::now() >= end {
                return verdict;
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Performs a step once. An error is why it failed, too.
    async fn judge_once(&mut self, step: &Step, high: bool) -> Result<Verdict, String> {
        let mut input = expand(&step.input, &self.variables)?;
        if high {
            input = match high::request(&input) {
                Ok(passed) => passed,
                Err(Obstacle::Unfit(reason)) => return Ok(Verdict::Unfit(reason)),
                Err(Obstacle::Refused(message)) => return Err(message),
            };
        }
        let Some(client) = self.client(step) else {
            return Ok(Verdict::Skipped("there is no proxy for faults in front of this endpoint".to_owned()));
        };
        let answer = client.perform(step, &input).await;
        if !high {
            return self.verdict(step, answer);
        }
        match high::answer(&answer) {
            Ok(passed) => self.verdict(step, passed),
            Err(Obstacle::Refused(message)) => Err(message),
            Err(Obstacle::Unfit(reason)) => {
                self.verdict(step, answer)?;
                Ok(Verdict::Skipped(reason))
            }
        }
    }

    /// The client for a step; None if the step wants a fault and nothing makes one.
    fn client(&mut self, step: &Step) -> Option<&Low> {
        let address = match &step.fault {
            Some(fault) => faulty_address(fault)?,
            None => self.settings.url.clone(),
        };
        let Player { settings, clients, .. } = self;
        Some(clients.entry(address).or_insert_with_key(|address| Low::new(settings, address)))
    }

    fn verdict(&mut self, step: &Step, answer: Answer) -> Result<Verdict, String> {
        let comparison = Comparison { numbers_by_value: self.is_high() };
        let error = expand(&step.error, &self.variables)?;
        let difference = match (answer, error.is_null()) {
            (Ok(output), true) => {
                let difference = comparison.difference(&expand(&step.expect, &self.variables)?, &output);
                if difference.is_none() {
                    self.capture(step, &output)?;
                }
                difference
            }
            (Ok(output), false) => Some(format!("want {error}, got {output}")),
            (Err(failure), true) => Some(format!("want an answer, got {}: {}", failure.code, failure.message)),
            (Err(failure), false) => refusal_difference(comparison, &error, failure),
        };
        Ok(difference.map_or(Verdict::Passed, Verdict::Failed))
    }

    fn capture(&mut self, step: &Step, output: &Value) -> Result<(), String> {
        for (variable, path) in &step.capture {
            let path = path.as_str().ok_or_else(|| format!("the path of {variable} is not a text"))?;
            let found = output.pointer(&format!("/{}", path.replace('.', "/")));
            let value = found.ok_or_else(|| format!("{path}: nothing to remember as {variable}"))?;
            self.variables.insert(variable.clone(), value.clone());
        }
        Ok(())
    }
}

/// The first place in which a refusal is not as wanted.
fn refusal_difference(comparison: Comparison, want: &Value, failure: Failure) -> Option<String> {
    let mut wanted = want.as_object().cloned().unwrap_or_default();
    let members = wanted.remove("members").unwrap_or_else(|| json!({}));
    let got = json!({"type": failure.code, "message": failure.message});
    let difference = comparison.difference(&wanted.into(), &got).or_else(|| comparison.difference(&members, &failure.members));
    difference.map(|difference| format!("{difference} ({}: {})", failure.code, failure.message))
}
