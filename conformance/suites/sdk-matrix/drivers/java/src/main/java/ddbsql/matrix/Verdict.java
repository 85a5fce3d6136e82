package ddbsql.matrix;

import java.util.Optional;

/**
 * How a step ended.
 *
 * @param result pass, fail or skip
 * @param message the failure or the reason of the skip
 */
record Verdict(String result, String message) {
    static final Verdict PASSED = new Verdict("pass", "");

    static Verdict failed(String message) {
        return new Verdict("fail", message);
    }

    static Verdict skipped(String reason) {
        return new Verdict("skip", reason);
    }

    static Verdict unless(Optional<String> difference) {
        return difference.map(Verdict::failed).orElse(PASSED);
    }

    boolean isFailed() {
        return result.equals("fail");
    }
}
