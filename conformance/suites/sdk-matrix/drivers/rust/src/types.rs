//! The members of the structures that requests and answers of tables and items consist of.

use aws_sdk_dynamodb::types::error::{ConditionalCheckFailedException, TransactionCanceledException};
use aws_sdk_dynamodb::types::*;
use serde_json::{Map, Value};

use crate::wire::{Built, FromWire, ToWire, check_members, member, show};
use crate::{reads, shows, texts};

/// Reads and shows the SDK's attribute values; streams have a type of their own.
#[macro_export]
macro_rules! attribute_value {
    ($($variant:ident $name:literal),*) => {
        impl FromWire for AttributeValue {
            fn from_wire(json: &Value) -> Result<Self, String> {
                let members = json.as_object().filter(|members| members.len() == 1);
                let (name, value) = members.and_then(|members| members.iter().next()).ok_or_else(|| format!("{json} is not a value"))?;
                match name.as_str() {
                    $($name => FromWire::from_wire(value).map(AttributeValue::$variant),)*
                    _ => Err(format!("{name} is not a type of values")),
                }
            }
        }

        impl ToWire for AttributeValue {
            fn to_wire(&self) -> Option<Value> {
                let (name, value) = match self {
                    $(AttributeValue::$variant(value) => ($name, value.to_wire()?),)*
                    _ => return None,
                };
                Some(Value::Object(Map::from_iter([(name.to_owned(), value)])))
            }
        }
    };
}

attribute_value!(S "S", N "N", B "B", Ss "SS", Ns "NS", Bs "BS", M "M", L "L", Bool "BOOL", Null "NULL");

texts! {
    AttributeAction, BatchStatementErrorCodeEnum, BillingMode, ComparisonOperator, ConditionalOperator, ContinuousBackupsStatus, IndexStatus, KeyType,
    PointInTimeRecoveryStatus, ProjectionType, ReturnConsumedCapacity, ReturnItemCollectionMetrics, ReturnValue,
    ReturnValuesOnConditionCheckFailure, ScalarAttributeType, Select, SseStatus, SseType, StreamViewType, TableClass, TableStatus, TimeToLiveStatus,
}

reads! {
    AttributeDefinition { attribute_name, attribute_type }
    AttributeValueUpdate { value, action }
    BatchStatementRequest { statement, parameters, consistent_read, return_values_on_condition_check_failure }
    Condition { attribute_value_list, comparison_operator }
    ConditionCheck {
        key, table_name, condition_expression, expression_attribute_names, expression_attribute_values,
        return_values_on_condition_check_failure,
    }
    CreateGlobalSecondaryIndexAction { index_name, key_schema, projection, provisioned_throughput, on_demand_throughput }
    Delete {
        key, table_name, condition_expression, expression_attribute_names, expression_attribute_values,
        return_values_on_condition_check_failure,
    }
    DeleteGlobalSecondaryIndexAction { index_name }
    DeleteRequest { key }
    ExpectedAttributeValue { value, exists, comparison_operator, attribute_value_list }
    Get { key, table_name, projection_expression, expression_attribute_names }
    GlobalSecondaryIndex { index_name, key_schema, projection, provisioned_throughput, on_demand_throughput }
    GlobalSecondaryIndexUpdate { update, create, delete }
    KeySchemaElement { attribute_name, key_type }
    KeysAndAttributes { keys, attributes_to_get, consistent_read, projection_expression, expression_attribute_names }
    LocalSecondaryIndex { index_name, key_schema, projection }
    OnDemandThroughput { max_read_request_units, max_write_request_units }
    ParameterizedStatement { statement, parameters, return_values_on_condition_check_failure }
    Projection { projection_type, non_key_attributes }
    ProvisionedThroughput { read_capacity_units, write_capacity_units }
    Put {
        item, table_name, condition_expression, expression_attribute_names, expression_attribute_values,
        return_values_on_condition_check_failure,
    }
    PutRequest { item }
    SseSpecification { enabled, sse_type, kms_master_key_id }
    StreamSpecification { stream_enabled, stream_view_type }
    Tag { key, value }
    TimeToLiveSpecification { enabled, attribute_name }
    TransactGetItem { get }
    TransactWriteItem { condition_check, put, delete, update }
    Update {
        key, update_expression, table_name, condition_expression, expression_attribute_names, expression_attribute_values,
        return_values_on_condition_check_failure,
    }
    UpdateGlobalSecondaryIndexAction { index_name, provisioned_throughput, on_demand_throughput }
    WriteRequest { put_request, delete_request }
}

shows! {
    AttributeDefinition { attribute_name, attribute_type }
    BatchStatementError { code, message, item }
    BatchStatementResponse { error, table_name, item }
    BillingModeSummary { billing_mode, last_update_to_pay_per_request_date_time }
    CancellationReason { item, code, message }
    Capacity { read_capacity_units, write_capacity_units, capacity_units }
    ConditionalCheckFailedException { item }
    ConsumedCapacity {
        table_name, capacity_units, read_capacity_units, write_capacity_units, table, local_secondary_indexes, global_secondary_indexes,
    }
    ContinuousBackupsDescription { continuous_backups_status, point_in_time_recovery_description }
    DeleteRequest { key }
    Endpoint { address, cache_period_in_minutes }
    GlobalSecondaryIndexDescription {
        index_name, key_schema, projection, index_status, backfilling, provisioned_throughput, index_size_bytes, item_count, index_arn,
        on_demand_throughput,
    }
    ItemCollectionMetrics { item_collection_key, size_estimate_range_gb }
    ItemResponse { item }
    KeySchemaElement { attribute_name, key_type }
    KeysAndAttributes { keys, attributes_to_get, consistent_read, projection_expression, expression_attribute_names }
    LocalSecondaryIndexDescription { index_name, key_schema, projection, index_size_bytes, item_count, index_arn }
    OnDemandThroughput { max_read_request_units, max_write_request_units }
    PointInTimeRecoveryDescription { point_in_time_recovery_status }
    Projection { projection_type, non_key_attributes }
    ProvisionedThroughputDescription {
        last_increase_date_time, last_decrease_date_time, number_of_decreases_today, read_capacity_units, write_capacity_units,
    }
    PutRequest { item }
    SseDescription { status, sse_type, kms_master_key_arn }
    StreamSpecification { stream_enabled, stream_view_type }
    TableClassSummary { table_class, last_update_date_time }
    TableDescription {
        attribute_definitions, table_name, key_schema, table_status, creation_date_time, provisioned_throughput, table_size_bytes, item_count,
        table_arn, table_id, billing_mode_summary, local_secondary_indexes, global_secondary_indexes, stream_specification,
        latest_stream_label, latest_stream_arn, sse_description, table_class_summary, deletion_protection_enabled, on_demand_throughput,
    }
    Tag { key, value }
    TimeToLiveDescription { time_to_live_status, attribute_name }
    TimeToLiveSpecification { enabled, attribute_name }
    TransactionCanceledException { cancellation_reasons }
    WriteRequest { put_request, delete_request }
}
