package ddbsql.matrix;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Lists and maps of any values as Java's own: String, BigDecimal, SdkBytes, Boolean, null, Set, List and Map. The Enhanced Client has
 * converters for lists and maps of one type only.
 */
final class NestedConverter implements AttributeConverter<NestedConverter.Nested>, AttributeConverterProvider {
    static final EnhancedType<Nested> TYPE = EnhancedType.of(Nested.class);

    /** A list or map. The Enhanced Client would take a bare List for one of a single type. */
    record Nested(Object value) {}

    @Override
    @SuppressWarnings("unchecked")
    public <T> AttributeConverter<T> converterFor(EnhancedType<T> type) {
        return type.equals(TYPE) ? (AttributeConverter<T>) this : null;
    }

    @Override
    public EnhancedType<Nested> type() {
        return TYPE;
    }

    @Override
    public AttributeValueType attributeValueType() {
        return AttributeValueType.M;
    }

    @Override
    public Nested transformTo(AttributeValue value) {
        return new Nested(read(value));
    }

    @Override
    public AttributeValue transformFrom(Nested nested) {
        return write(nested.value());
    }

    private static Object read(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s();
            case N -> new BigDecimal(value.n());
            case B -> value.b();
            case BOOL -> value.bool();
            case NUL -> null;
            case SS -> Set.copyOf(value.ss());
            case NS -> Set.copyOf(value.ns().stream().map(BigDecimal::new).toList());
            case BS -> Set.copyOf(value.bs());
            case L -> list(value.l());
            case M -> map(value.m());
            default -> throw new IllegalArgumentException("no type of values: " + value);
        };
    }

    private static List<Object> list(List<AttributeValue> values) {
        List<Object> list = new ArrayList<>();
        values.forEach(value -> list.add(read(value)));
        return list;
    }

    private static Map<String, Object> map(Map<String, AttributeValue> values) {
        Map<String, Object> map = new LinkedHashMap<>();
        values.forEach((name, value) -> map.put(name, read(value)));
        return map;
    }

    /** The SDK's value for one of Java's. */
    static AttributeValue write(Object value) {
        if (value == null) {
            return AttributeValue.fromNul(true);
        } else if (value instanceof String text) {
            return AttributeValue.fromS(text);
        } else if (value instanceof BigDecimal number) {
            return AttributeValue.fromN(number.toString());
        } else if (value instanceof SdkBytes bytes) {
            return AttributeValue.fromB(bytes);
        } else if (value instanceof Boolean flag) {
            return AttributeValue.fromBool(flag);
        } else if (value instanceof Set<?> set) {
            return set(set.stream().map(NestedConverter::write).toList());
        } else if (value instanceof Collection<?> list) {
            return AttributeValue.fromL(list.stream().map(NestedConverter::write).toList());
        } else if (value instanceof Map<?, ?> map) {
            Map<String, AttributeValue> values = new LinkedHashMap<>();
            map.forEach((name, element) -> values.put((String) name, write(element)));
            return AttributeValue.fromM(values);
        }
        throw new IllegalArgumentException("no value of DynamoDB's can hold a " + value.getClass());
    }

    /** A set by the type of its first element: none is empty. */
    private static AttributeValue set(List<AttributeValue> elements) {
        return switch (elements.get(0).type()) {
            case S -> AttributeValue.fromSs(elements.stream().map(AttributeValue::s).toList());
            case N -> AttributeValue.fromNs(elements.stream().map(AttributeValue::n).toList());
            default -> AttributeValue.fromBs(elements.stream().map(AttributeValue::b).toList());
        };
    }
}
