package ddbsql.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** Turns what the SDK answers back into JSON as the service's documentation writes it: the reverse of {@link WireReader}. */
final class WireWriter {
    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private WireWriter() {}

    /** Members that the answer did not have are left out: the SDK shows them as null or as lists and maps "auto constructed". */
    static ObjectNode object(SdkPojo pojo) {
        ObjectNode object = JSON.objectNode();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (isPresent(value)) {
                object.set(field.locationName(), node(value));
            }
        }
        return object;
    }

    private static boolean isPresent(Object value) {
        return value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap);
    }

    static JsonNode node(Object value) {
        if (value == null) {
            return JSON.nullNode();
        } else if (value instanceof SdkPojo pojo) {
            return object(pojo);
        } else if (value instanceof List<?> list) {
            ArrayNode array = JSON.arrayNode();
            list.forEach(element -> array.add(node(element)));
            return array;
        } else if (value instanceof Map<?, ?> map) {
            ObjectNode object = JSON.objectNode();
            map.forEach((name, element) -> object.set((String) name, node(element)));
            return object;
        }
        return scalar(value);
    }

    private static JsonNode scalar(Object value) {
        if (value instanceof String text) {
            return JSON.textNode(text);
        } else if (value instanceof Boolean flag) {
            return JSON.booleanNode(flag);
        } else if (value instanceof Integer number) {
            return JSON.numberNode(number);
        } else if (value instanceof Long number) {
            return JSON.numberNode(number);
        } else if (value instanceof Double number) {
            return JSON.numberNode(number);
        } else if (value instanceof SdkBytes bytes) {
            return JSON.textNode(Base64.getEncoder().encodeToString(bytes.asByteArray()));
        } else if (value instanceof Instant time) {
            return JSON.numberNode(BigDecimal.valueOf(time.toEpochMilli(), 3));
        }
        throw new IllegalArgumentException("no member of DynamoDB's is a " + value.getClass());
    }
}
