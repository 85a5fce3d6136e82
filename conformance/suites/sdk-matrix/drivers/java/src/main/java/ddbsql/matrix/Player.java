package ddbsql.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Performs the steps one after the other and reports how each ended. */
final class Player {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Settings settings;
    private final boolean high;
    private final Comparison comparison;
    private final Map<String, JsonNode> variables = new HashMap<>();
    private final Expansion expansion = new Expansion(variables);
    /** By the address they speak to. */
    private final Map<URI, Plain> clients = new HashMap<>();

    Player(Settings settings) {
        this.settings = settings;
        high = settings.layer().equals("high");
        comparison = new Comparison(high);
        variables.put("prefix", TextNode.valueOf(settings.prefix()));
        variables.put("run", TextNode.valueOf(String.format("%016x", ThreadLocalRandom.current().nextLong())));
    }

    /** Performs and reports all steps. */
    void play(List<Step> steps) throws InterruptedException {
        for (Step step : steps) {
            Instant start = Instant.now();
            Verdict verdict = verdict(step);
            ObjectNode report = WireWriter.JSON.objectNode();
            report.put("step", step.name()).put("result", verdict.result()).put("message", verdict.message());
            report.put("seconds", Duration.between(start, Instant.now()).toNanos() / 1e9);
            System.out.println(report);
        }
    }

    /** Performs steps of which nobody wants to know how they end. */
    void cleanUp(List<Step> steps) {
        for (Step step : steps) {
            try {
                judgeOnce(step, false);
            } catch (Unfit | RuntimeException ignored) {
                // What is not there cannot be deleted.
            }
        }
    }

    private Verdict verdict(Step step) throws InterruptedException {
        try {
            return judge(step, high && step.high());
        } catch (Unfit reason) {
            performPlainly(step);
            return Verdict.skipped(reason.getMessage());
        }
    }

    /** For the steps that build on one that the layer cannot perform. */
    private void performPlainly(Step step) throws InterruptedException {
        try {
            judge(step, false);
        } catch (Unfit impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Performs a step, again while it fails and has time. */
    private Verdict judge(Step step, boolean highly) throws Unfit, InterruptedException {
        Instant end = Instant.now().plus(step.within());
        while (true) {
            Verdict verdict = attempt(step, highly);
            if (!verdict.isFailed() || Instant.now().isAfter(end)) {
                return verdict;
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /** Whatever the SDK or the driver throws is a failure of the step. */
    private Verdict attempt(Step step, boolean highly) throws Unfit {
        try {
            return judgeOnce(step, highly);
        } catch (RuntimeException failure) {
            failure.printStackTrace();
            return Verdict.failed(failure.toString());
        }
    }

    private Verdict judgeOnce(Step step, boolean highly) throws Unfit {
        Optional<URI> address = step.member("fault").isMissingNode()
            ? Optional.of(settings.url()) : Settings.faulty(step.member("fault").textValue());
        if (address.isEmpty()) {
            return Verdict.skipped("there is no proxy for faults in front of this endpoint");
        }
        Plain client = clients.computeIfAbsent(address.get(), url -> new Plain(settings, url));
        Layer layer = highly ? new Enhanced(client) : client;
        JsonNode error = expansion.expand(step.member("error"));
        ObjectNode output;
        try {
            output = layer.perform(step, expansion.expand(input(step)));
        } catch (Refusal refusal) {
            return error.isMissingNode() ? Verdict.failed("want an answer, got " + refusal.json()) : refused(error, refusal);
        }
        return error.isMissingNode() ? answered(step, output) : Verdict.failed("want " + error + ", got " + output);
    }

    private static JsonNode input(Step step) {
        return step.member("input").isMissingNode() ? WireWriter.JSON.objectNode() : step.member("input");
    }

    private Verdict answered(Step step, ObjectNode output) {
        Optional<String> difference = step.member("expect").isMissingNode()
            ? Optional.empty() : comparison.difference(expansion.expand(step.member("expect")), output);
        if (difference.isEmpty()) {
            step.member("capture").properties().forEach(variable -> capture(variable, output));
        }
        return Verdict.unless(difference);
    }

    private void capture(Map.Entry<String, JsonNode> variable, ObjectNode output) {
        String path = variable.getValue().textValue();
        JsonNode value = output.at("/" + path.replace('.', '/'));
        if (value.isMissingNode()) {
            throw new IllegalArgumentException(path + ": nothing to remember as " + variable.getKey());
        }
        variables.put(variable.getKey(), value);
    }

    private Verdict refused(JsonNode want, Refusal refusal) {
        if (!refusal.isOfClassFor(want.get("type").textValue())) {
            return Verdict.failed("want an instance of the SDK's class for " + want.get("type") + ", got " + refusal.getCause());
        }
        ObjectNode texts = want.deepCopy();
        JsonNode members = texts.remove("members");
        Optional<String> difference = comparison.difference(texts, refusal.json());
        if (difference.isEmpty() && members != null) {
            difference = comparison.difference(members, refusal.json().get("members"));
        }
        return Verdict.unless(difference.map(text -> text + " (" + refusal.getCause().getMessage() + ")"));
    }
}
