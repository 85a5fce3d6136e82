//! Replays the scenario with the AWS SDK for Rust and serde_dynamo. `../../FORMAT.md` says what a scenario and a driver are.

mod expand;
mod expect;
mod failure;
mod high;
mod items;
mod low;
mod many;
mod native;
mod numbers;
mod player;
mod settings;
mod shape;
mod step;
mod streams;
mod tables;
mod types;
mod wire;

use std::process::ExitCode;

use crate::player::Player;
use crate::settings::Settings;
use crate::step::Scenario;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("sdk-matrix-rust: {message}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), String> {
    let settings = Settings::from_environment()?;
    let scenario = Scenario::load(&settings.scenario)?;
    let only_cleanup = settings.layer == "cleanup";
    let mut player = Player::new(settings);
    if !only_cleanup {
        player.play(&scenario.steps).await;
    }
    player.clean_up(&scenario.cleanup).await;
    Ok(())
}
