"""What a run tells about the small suite."""

import collections

import pytest

EXPECTED = [
    ("test_outcomes.py::test_passes", "pass", ""),
    ("test_outcomes.py::test_fails", "fail", "assert 1 == 2"),
    ("test_outcomes.py::test_has_parameters[a b]", "pass", ""),
    ("test_outcomes.py::test_has_parameters[c]", "pass", ""),
    ("test_outcomes.py::test_fails_as_announced", "fail", "ValueError: first line second line"),
    ("test_outcomes.py::test_passes_although_announced_to_fail", "pass", ""),
    ("test_outcomes.py::test_skips_itself", "skip", "not on this machine"),
    ("test_outcomes.py::test_is_marked_as_skipped", "skip", "marked"),
    ("test_outcomes.py::test_fails_when_it_is_torn_down", "fail", "RuntimeError: left in disorder"),
    ("test_outcomes.py::test_hangs", "fail", "Failed: Timeout (>5.0s) from pytest-timeout."),
    ("test_target.py::test_uses_the_keys_and_the_region_of_the_run", "pass", ""),
    ("test_target.py::test_makes_tables_whose_names_start_with_the_prefix", "pass", ""),
    ("test_target.py::test_takes_the_server_for_aws", "pass", ""),
    ("test_target.py::test_reads_no_configuration_of_the_machine", "pass", ""),
    ("test_ttl.py::test_ttl_disable[using vnodes]", "pass", ""),
    ("test_https.py::test_http_on_https", "skip", "needs an https URL"),
    ("test_tag.py::test_concurrent_tag", "pass", ""),
]


@pytest.mark.parametrize("node, result, message", EXPECTED, ids=[case[0] for case in EXPECTED])
def test_each_case_is_told_with_its_result(everything, node, result, message):
    told = everything.cases[node]
    assert (told["result"], told["message"]) == (result, message)


def test_no_other_case_is_told(everything):
    assert set(everything.cases) == {node for node, _, _ in EXPECTED}


def test_the_plan_is_what_is_told(everything):
    assert everything.plans == collections.Counter(node.partition("::")[0] for node, _, _ in EXPECTED)


def test_a_failure_makes_the_run_fail(everything):
    assert everything.status == 1


@pytest.mark.parametrize("part_of_a_note", [
    "1 cases of the suite are not about DynamoDB and do not run: 1 scylla-only",
    "no history of the suite in its source: test_tag.py::test_concurrent_tag runs as it is there",
    "test_tag.py::test_concurrent_tag runs as it was before a helper",
    "strict against AWS: 10/14",
    "1 passed despite one",
])
def test_notes_tell_what_is_special(everything, part_of_a_note):
    assert any(part_of_a_note in note for note in everything.notes), everything.notes


def test_only_the_chosen_cases_run(run):
    chosen = run(CONFORMANCE_ONLY="outcomes.py::test_passes|ttl", ALTERNATOR_TTL_PERIOD="off")
    results = {node: told["result"] for node, told in chosen.cases.items()}
    assert results == {
        "test_outcomes.py::test_passes": "pass",
        "test_outcomes.py::test_passes_although_announced_to_fail": "pass",
        "test_ttl.py::test_ttl_disable[using vnodes]": "skip",
    }
    assert chosen.status == 0


def test_after_a_crash_nothing_that_is_left_counts_as_skipped(run):
    gone = run(CONFORMANCE_URL="http://127.0.0.1:1", CONFORMANCE_ONLY="test_target")
    assert {told["result"] for told in gone.cases.values()} == {"fail"}
    assert len(gone.cases) == 4
