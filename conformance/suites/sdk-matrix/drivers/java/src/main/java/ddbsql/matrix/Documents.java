package ddbsql.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items as documents of the Enhanced Client, made from Java's own values and read as such. */
final class Documents {
    static final List<AttributeConverterProvider> PROVIDERS =
        List.of(new NestedConverter(), AttributeConverterProvider.defaultProvider());

    private Documents() {}

    /** An item of the wire's JSON as the SDK's values. */
    static Map<String, AttributeValue> values(JsonNode item) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        item.properties().forEach(member -> values.put(member.getKey(), value(member.getValue())));
        return values;
    }

    private static AttributeValue value(JsonNode json) {
        return (AttributeValue) WireReader.build((SdkPojo) AttributeValue.builder(), json);
    }

    static EnhancedDocument document(JsonNode item) throws Unfit {
        EnhancedDocument.Builder document = EnhancedDocument.builder().attributeConverterProviders(PROVIDERS);
        for (Map.Entry<String, AttributeValue> member : values(item).entrySet()) {
            put(document, member.getKey(), member.getValue());
        }
        return document.build();
    }

    private static void put(EnhancedDocument.Builder document, String name, AttributeValue value) throws Unfit {
        if (name.trim().isEmpty()) {
            throw new Unfit("documents of the Enhanced Client have no attributes with blank names");
        }
        switch (value.type()) {
            case S -> document.putString(name, value.s());
            case N -> document.putNumber(name, new BigDecimal(value.n()));
            case B -> document.putBytes(name, value.b());
            case BOOL -> document.putBoolean(name, value.bool());
            case NUL -> document.putNull(name);
            case SS -> document.putStringSet(name, set(value.ss()));
            case NS -> document.putNumberSet(name, set(value.ns().stream().<Number>map(BigDecimal::new).toList()));
            case BS -> document.putBytesSet(name, set(value.bs()));
            default -> document.put(name, new NestedConverter().transformTo(value), NestedConverter.TYPE);
        }
    }

    private static <T> Set<T> set(List<T> elements) throws Unfit {
        Set<T> set = new LinkedHashSet<>(elements);
        if (set.size() < elements.size()) {
            throw new Unfit("Java's sets cannot hold an element twice");
        }
        return set;
    }

    /** A document as an item of the wire's JSON. */
    static ObjectNode wire(EnhancedDocument document) {
        ObjectNode item = WireWriter.JSON.objectNode();
        document.toMap().forEach((name, value) -> item.set(name, WireWriter.object(value(document, name, value))));
        return item;
    }

    /** Reads a member with the getter of its type and makes a value of the SDK of what that gives. */
    private static AttributeValue value(EnhancedDocument document, String name, AttributeValue value) {
        Object read = switch (value.type()) {
            case S -> document.getString(name);
            case N -> document.getNumber(name).bigDecimalValue();
            case B -> document.getBytes(name);
            case BOOL -> document.getBoolean(name);
            case NUL -> document.isNull(name) ? null : value;
            case SS -> document.getStringSet(name);
            case NS -> new LinkedHashSet<>(document.getNumberSet(name).stream().map(number -> number.bigDecimalValue()).toList());
            case BS -> document.getBytesSet(name);
            default -> document.get(name, NestedConverter.TYPE).value();
        };
        return NestedConverter.write(read);
    }
}
