//! The operations of streams. Their client is a crate of its own, with types of its own for attribute values and keys.

use aws_sdk_dynamodbstreams::Client;
use aws_sdk_dynamodbstreams::operation::describe_stream::{DescribeStreamError, DescribeStreamOutput};
use aws_sdk_dynamodbstreams::operation::get_records::{GetRecordsError, GetRecordsOutput};
use aws_sdk_dynamodbstreams::operation::get_shard_iterator::{GetShardIteratorError, GetShardIteratorOutput};
use aws_sdk_dynamodbstreams::operation::list_streams::{ListStreamsError, ListStreamsOutput};
use aws_sdk_dynamodbstreams::types::*;
use serde_json::{Map, Value, json};

use crate::failure::Failure;
use crate::low::Answer;
use crate::wire::{FromWire, ToWire, show};
use crate::{attribute_value, members, send, shows, texts};

attribute_value!(S "S", N "N", B "B", Ss "SS", Ns "NS", Bs "BS", M "M", L "L", Bool "BOOL", Null "NULL");

texts! { KeyType, OperationType, ShardIteratorType, StreamStatus, StreamViewType }

shows! {
    DescribeStreamOutput { stream_description }
    GetRecordsOutput { records, next_shard_iterator }
    GetShardIteratorOutput { shard_iterator }
    Identity { principal_id, r#type }
    KeySchemaElement { attribute_name, key_type }
    ListStreamsOutput { streams, last_evaluated_stream_arn }
    Record { event_id, event_name, event_version, event_source, aws_region, dynamodb, user_identity }
    SequenceNumberRange { starting_sequence_number, ending_sequence_number }
    Shard { shard_id, sequence_number_range, parent_shard_id }
    Stream { stream_arn, table_name, stream_label }
    StreamDescription {
        stream_arn, stream_label, stream_status, stream_view_type, creation_request_date_time, table_name, key_schema, shards,
        last_evaluated_shard_id,
    }
    StreamRecord { approximate_creation_date_time, keys, new_image, old_image, sequence_number, size_bytes, stream_view_type }
}

members! {
    DescribeStreamError;
    GetRecordsError;
    GetShardIteratorError;
    ListStreamsError;
}

/// None if the operation is not one of these.
pub async fn call(client: &Client, operation: &str, input: &Value) -> Option<Answer> {
    Some(match operation {
        "DescribeStream" => send!(client.describe_stream(), input, stream_arn, limit, exclusive_start_shard_id),
        "GetRecords" => send!(client.get_records(), input, shard_iterator, limit),
        "GetShardIterator" => {
            send!(client.get_shard_iterator(), input, stream_arn, shard_id, shard_iterator_type, sequence_number, timestamp)
        }
        "ListStreams" => send!(client.list_streams(), input, table_name, limit, exclusive_start_stream_arn),
        _ => return None,
    })
}

/// One GetRecords of each shard of input's stream, from its beginning, in the order in which DescribeStream names them.
pub async fn records_of_all_shards(client: &Client, input: &Value) -> Answer {
    let arn = String::from_wire(&input["StreamArn"])?;
    let described = client.describe_stream().stream_arn(&arn).send().await?;
    let mut all = Vec::new();
    for shard in described.stream_description.iter().flat_map(|stream| stream.shards()) {
        all.extend(records(client, &arn, shard).await?);
    }
    Ok(json!({"Records": all.to_wire()}))
}

async fn records(client: &Client, arn: &str, shard: &Shard) -> Result<Vec<Record>, Failure> {
    let request = client.get_shard_iterator().stream_arn(arn).set_shard_id(shard.shard_id.clone());
    let place = request.shard_iterator_type(ShardIteratorType::TrimHorizon).send().await?;
    let read = client.get_records().set_shard_iterator(place.shard_iterator).send().await?;
    Ok(read.records.unwrap_or_default())
}
