"""The server does what its own OpenAPI description says, whatever it is sent: schemathesis makes up the requests.

``KG_TESTS=full`` has it make up many more.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
    "unsupported_method",
    "allow_header_conformance",
)
"""All but ``positive_data_acceptance``: a date that is none, such as the year 0, is refused, which no schema says."""


def test_no_request_makes_the_server_break_its_own_description(address: str, tmp_path: Path) -> None:
    amount = "50" if os.environ.get("KG_TESTS") == "full" else "1"
    program = str(Path(sys.executable).with_name("schemathesis"))
    asked = [program, "run", f"{address}/api/openapi.json", "--phases", "fuzzing", "--max-examples", amount]
    ran = subprocess.run(
        [*asked, "--seed", "1", "--checks", ",".join(_CHECKS)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout[-5000:]
