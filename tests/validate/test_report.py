import json

from kg.validate.report import Report, Result, Severity, report


def _result(severity: Severity, node: str, document: str | None = None) -> Result:
    return Result(
        severity,
        node,
        node,
        None,
        "wrong",
        "خطأ",
        "mend it",
        "أصلحه",
        "shape",
        "a shape",
        "sh:X",
        document_name=document,
    )


def test_a_report_is_sorted_by_document_then_severity_then_node_and_holds_each_result_once() -> None:
    warning = _result(Severity.WARNING, "a", "one")
    first, second = _result(Severity.VIOLATION, "a", "one"), _result(Severity.VIOLATION, "b", "one")
    other, nowhere = _result(Severity.VIOLATION, "a", "two"), _result(Severity.VIOLATION, "z")
    made = report([other, warning, second, first, first, nowhere])
    assert made.results == (nowhere, first, second, warning, other)


def test_warnings_alone_conform() -> None:
    made = report([_result(Severity.WARNING, "a"), _result(Severity.INFO, "b")])
    assert made.conforms
    assert len(made.warnings) == 1
    assert made.violations == ()


def test_one_violation_does_not_conform() -> None:
    assert not report([_result(Severity.VIOLATION, "a")]).conforms


def test_an_empty_report_conforms() -> None:
    assert Report().conforms


def test_a_record_is_plain_data() -> None:
    record = _result(Severity.VIOLATION, "a", "one").record()
    assert json.loads(json.dumps(record, ensure_ascii=False)) == record
    assert (record["severity"], record["message_ar"], record["value"]) == ("violation", "خطأ", None)
