import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Cases of a tool, told in order: a case may use what the cases before it left behind. Each result is appended to
 * CONFORMANCE_EVENTS when it is known. CONFORMANCE_ONLY, a regular expression over "file::case", chooses the cases that are
 * reported; those before the last of them run, too, since it may need what they do. CONFORMANCE_CASE_TIMEOUT bounds a case in
 * seconds.
 */
final class Story {
    /** The exit status of a tool with a failed case; a virtual machine that breaks ends with 1. */
    static final int FAILED = 4;

    private record Case(String sentence, String operation, Step step) {}

    /** What a case does. */
    interface Step {
        void run() throws Exception;
    }

    private final String file;
    private final List<Case> cases = new ArrayList<>();
    private final ObjectMapper json = new ObjectMapper();

    Story(String file) {
        this.file = file;
    }

    /** Adds a case; operation is the service's, empty where the case is about none. */
    void add(String sentence, String operation, Step step) {
        cases.add(new Case(sentence, operation, step));
    }

    /** Fails the case unless both are equal. */
    static void equal(Object got, Object want) {
        if (!Objects.equals(got, want)) {
            throw new AssertionError("want " + want + ", got " + got);
        }
    }

    /** Returns the error that the step ends with; fails the case if it is of another class, or there is none. */
    static <E extends Exception> E refused(Class<E> error, Step step) throws Exception {
        try {
            step.run();
        } catch (Exception got) {
            if (error.isInstance(got)) {
                return error.cast(got);
            }
            throw got;
        }
        throw new AssertionError("want " + error.getSimpleName() + ", got no error");
    }

    /** Runs the cases, calls cleanup whatever happens, and returns the exit status: FAILED if a case failed. */
    int tell(Runnable cleanup) {
        Pattern only = Pattern.compile(System.getenv().getOrDefault("CONFORMANCE_ONLY", ""));
        List<Case> reported = cases.stream().filter(c -> only.matcher(file + "::" + c.sentence).find()).toList();
        if (reported.isEmpty()) {
            return 0;
        }
        emit("event", "plan", "file", file, "total", reported.size());
        int last = cases.indexOf(reported.get(reported.size() - 1));
        int status = 0;
        try {
            for (Case c : cases.subList(0, last + 1)) {
                long start = System.nanoTime();
                String message = message(c);
                if (reported.contains(c)) {
                    status = message.isEmpty() ? status : FAILED;
                    emit("event", "case", "file", file, "operation", c.operation, "case", c.sentence,
                            "result", message.isEmpty() ? "pass" : "fail", "message", message,
                            "seconds", (System.nanoTime() - start) / 1_000_000 / 1000.0);
                }
            }
        } finally {
            cleanup.run();
        }
        return status;
    }

    /** Returns the first line of a case's failure, empty if it passed. */
    private String message(Case c) {
        long seconds = Long.parseLong(System.getenv().getOrDefault("CONFORMANCE_CASE_TIMEOUT", "120"));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            thread.submit(() -> {
                c.step.run();
                return null;
            }).get(seconds, TimeUnit.SECONDS);
            return "";
        } catch (TimeoutException late) {
            return "not done within " + seconds + " s";
        } catch (ExecutionException | InterruptedException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            System.err.println("--- " + c.sentence);
            cause.printStackTrace();
            return String.valueOf(cause.getMessage() == null ? cause : cause.getMessage()).strip().split("\n")[0];
        } finally {
            thread.shutdownNow();
        }
    }

    private void emit(Object... pairs) {
        Map<String, Object> event = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            event.put((String) pairs[i], pairs[i + 1]);
        }
        try {
            Files.writeString(Path.of(System.getenv("CONFORMANCE_EVENTS")), json.writeValueAsString(event) + "\n",
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
