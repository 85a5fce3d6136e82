package ddbsql.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a step expects, compared with what it got.
 *
 * @param numbersByValue whether numbers of the service are equal by value, not by text
 */
record Comparison(boolean numbersByValue) {
    private static final Set<String> SETS = Set.of("SS", "NS", "BS");

    /**
     * The first place in which an output is not as wanted, in words. Members of the output that are not wanted do not count, those of
     * everything below do.
     */
    Optional<String> difference(JsonNode want, JsonNode got) {
        return isMatcher(want) ? value(want, got, "") : members(want, got, "", false);
    }

    /** A missing node stands for a member that is not there. */
    private Optional<String> value(JsonNode want, JsonNode got, String path) {
        if (isMatcher(want)) {
            return matched(want, got, path);
        } else if (want.isObject() && got.isObject()) {
            return members(want, got, path, true);
        } else if (want.isArray() && got.isArray() && want.size() == got.size()) {
            return SETS.contains(name(path)) ? set(want, got, path) : list(want, got, path);
        }
        return unless(equal(want, got, path), want, got, path);
    }

    private Optional<String> members(JsonNode want, JsonNode got, String path, boolean exact) {
        if (!got.isObject()) {
            return unless(false, want, got, path);
        }
        for (Map.Entry<String, JsonNode> member : want.properties()) {
            Optional<String> difference = value(member.getValue(), got.path(member.getKey()), below(path, member.getKey()));
            if (difference.isPresent()) {
                return difference;
            }
        }
        for (Map.Entry<String, JsonNode> member : got.properties()) {
            if (exact && !want.has(member.getKey())) {
                return Optional.of(below(path, member.getKey()) + ": want nothing, got " + member.getValue());
            }
        }
        return Optional.empty();
    }

    private Optional<String> list(JsonNode want, JsonNode got, String path) {
        for (int i = 0; i < want.size(); i++) {
            Optional<String> difference = value(want.get(i), got.get(i), below(path, Integer.toString(i)));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    /** Elements in any order: each one wanted takes one that is found. */
    private Optional<String> set(JsonNode want, JsonNode got, String path) {
        List<JsonNode> left = new ArrayList<>();
        got.forEach(left::add);
        boolean all = want.size() == got.size();
        for (Iterator<JsonNode> wanted = want.iterator(); all && wanted.hasNext();) {
            JsonNode element = wanted.next();
            Optional<JsonNode> taken = left.stream().filter(found -> value(element, found, path).isEmpty()).findFirst();
            all = taken.isPresent() && left.remove(taken.get());
        }
        return unless(all, want, got, path);
    }

    private boolean equal(JsonNode want, JsonNode got, String path) {
        if (want.isNumber() && got.isNumber()) {
            return want.decimalValue().compareTo(got.decimalValue()) == 0;
        }
        boolean number = Set.of("N", "NS").contains(name(path)) && want.isTextual() && got.isTextual();
        if (number && numbersByValue) {
            return new BigDecimal(want.textValue()).compareTo(new BigDecimal(got.textValue())) == 0;
        }
        return want.equals(got);
    }

    private Optional<String> matched(JsonNode want, JsonNode got, String path) {
        String matcher = want.fieldNames().next();
        JsonNode argument = want.get(matcher);
        if (matcher.equals("$has")) {
            return members(argument, got, path, false);
        }
        boolean matches = switch (matcher) {
            case "$absent" -> got.isMissingNode();
            case "$any" -> !got.isMissingNode() && !got.isNull();
            case "$length" -> got.isArray() && got.size() == argument.intValue();
            case "$match" -> got.isTextual() && Pattern.compile(argument.textValue()).matcher(got.textValue()).find();
            case "$atLeast" -> got.isNumber() && got.doubleValue() >= argument.doubleValue();
            case "$set" -> got.isArray() && set(argument, got, path).isEmpty();
            default -> throw new IllegalArgumentException(matcher + " is not a matcher");
        };
        return unless(matches, want, got, path);
    }

    private static boolean isMatcher(JsonNode want) {
        return want.isObject() && want.size() == 1 && want.fieldNames().next().startsWith("$");
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static Optional<String> unless(boolean same, JsonNode want, JsonNode got, String path) {
        Object found = got instanceof MissingNode ? "nothing" : got;
        return same ? Optional.empty() : Optional.of(path + ": want " + want + ", got " + found);
    }
}
