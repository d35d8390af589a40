"""Answers on disk, so that the same question is paid for once."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from kg.extractors.llm.errors import LlmSettingError


@dataclass(frozen=True, slots=True)
class Cache:
    """Answers by server, model, prompt and part of an article."""

    folder: Path | None
    """None keeps nothing."""
    asked: tuple[str, ...]
    """What holds for all questions: server, model, and the digest of the prompt."""

    def get(self, text: str) -> str | None:
        """The answer about ``text``, or None; a file that cannot be read counts as none."""
        if self.folder is None:
            return None
        try:
            kept = json.loads(self._file(self.folder, text).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        content = kept.get("content") if isinstance(kept, dict) else None
        return content if isinstance(content, str) else None

    def put(self, text: str, content: str) -> None:
        """Keeps an answer: whole or not at all, and for the user alone, because it quotes the article."""
        if self.folder is None:
            return
        file = self._file(self.folder, text)
        try:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=file.parent)
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                json.dump({"content": content}, stream, ensure_ascii=True)
            Path(name).replace(file)
        except OSError as error:
            raise LlmSettingError(
                "KG_LLM_CACHE",
                f"leads to {self.folder}, which cannot be written ({error.strerror})",
                "name another folder, or set it to off",
            ) from error

    def _file(self, folder: Path, text: str) -> Path:
        key = hashlib.sha256("\x1f".join((*self.asked, text)).encode(errors="surrogatepass")).hexdigest()
        return folder / key[:2] / f"{key[2:]}.json"
