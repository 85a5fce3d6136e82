package ddbsql.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Replays the scenario with the AWS SDK for Java and its Enhanced Client. FORMAT.md says what a scenario and a driver are. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Settings settings = Settings.fromEnvironment();
        JsonNode scenario = new ObjectMapper().readTree(settings.scenario().toFile());
        Player player = new Player(settings);
        if (!settings.layer().equals("cleanup")) {
            player.play(steps(scenario.path("steps")));
        }
        player.cleanUp(steps(scenario.path("cleanup")));
    }

    private static List<Step> steps(JsonNode json) {
        List<Step> steps = new ArrayList<>();
        json.forEach(step -> steps.add(new Step(step)));
        return steps;
    }
}
