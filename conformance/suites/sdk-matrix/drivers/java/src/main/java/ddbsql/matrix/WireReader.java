package ddbsql.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Turns JSON as the service's documentation writes it into the SDK's own request objects. Every request describes its members
 * ({@link SdkPojo#sdkFields()}), so one reader serves all operations.
 */
final class WireReader {
    private WireReader() {}

    /**
     * Fills a builder with the members of object and builds it.
     *
     * @throws IllegalArgumentException if object has a member that the SDK does not know: the scenario and the SDK's version disagree
     */
    static Object build(SdkPojo builder, JsonNode object) {
        int known = 0;
        for (SdkField<?> field : builder.sdkFields()) {
            JsonNode member = object.get(field.locationName());
            if (member != null) {
                known++;
                field.set(builder, value(field, member));
            }
        }
        if (known != object.size()) {
            throw new IllegalArgumentException("the SDK does not know a member of " + object);
        }
        return ((Buildable) builder).build();
    }

    private static Object value(SdkField<?> field, JsonNode json) {
        return switch (field.marshallingType().getKnownType()) {
            case STRING -> json.textValue();
            case INTEGER -> json.intValue();
            case LONG -> json.longValue();
            case DOUBLE -> json.doubleValue();
            case BOOLEAN -> json.booleanValue();
            case INSTANT -> instant(json.decimalValue());
            case SDK_BYTES -> SdkBytes.fromByteArray(Base64.getDecoder().decode(json.textValue()));
            case SDK_POJO -> build(field.constructor().get(), json);
            case LIST -> list(field.getRequiredTrait(ListTrait.class).memberFieldInfo(), json);
            case MAP -> map(field.getRequiredTrait(MapTrait.class).valueFieldInfo(), json);
            default -> throw new IllegalArgumentException("no member of DynamoDB's is a " + field.marshallingType());
        };
    }

    private static List<Object> list(SdkField<?> element, JsonNode json) {
        List<Object> values = new ArrayList<>(json.size());
        json.forEach(member -> values.add(value(element, member)));
        return values;
    }

    private static Map<String, Object> map(SdkField<?> element, JsonNode json) {
        Map<String, Object> values = new LinkedHashMap<>();
        json.properties().forEach(entry -> values.put(entry.getKey(), value(element, entry.getValue())));
        return values;
    }

    private static Instant instant(BigDecimal seconds) {
        return Instant.ofEpochMilli(seconds.movePointRight(3).longValue());
    }
}
