package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/dynamodbstreams/types"

	"github.com/ddbsql/ddbsql/conformance/changes"
)

// split splits open shards, chosen by chance, at equal distances of the writes.
func (tr *trial) split(ctx context.Context) error {
	for i := range tr.splits {
		if err := tr.waitForWrites(ctx, tr.writes*(i+1)/(tr.splits+1)); err != nil {
			return err
		}
		shards, _, err := changes.Describe(ctx, tr.streams[0], tr.arn)
		if err != nil {
			return err
		}
		var open []types.Shard
		for _, s := range shards {
			if s.SequenceNumberRange.EndingSequenceNumber == nil {
				open = append(open, s)
			}
		}
		if err := tr.splitShard(ctx, *open[rand.IntN(len(open))].ShardId); err != nil {
			return err
		}
	}
	return nil
}

// waitForWrites returns once that many writes were acknowledged.
func (tr *trial) waitForWrites(ctx context.Context, n int) error {
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for tr.ledger.Writes() < n {
		select {
		case <-tick.C:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

func (tr *trial) splitShard(ctx context.Context, shard string) error {
	body, err := json.Marshal(map[string]string{"StreamArn": tr.arn, "ShardId": shard})
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, tr.servers[len(tr.servers)-1].URL+"/_ddbsql/streams/split", bytes.NewReader(body))
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		answer, _ := io.ReadAll(resp.Body)
		return fmt.Errorf("split %s: status %d %s", shard, resp.StatusCode, answer)
	}
	return nil
}
