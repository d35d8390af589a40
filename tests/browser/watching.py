"""Everything a browser did that it should not have done: recorded, and told at the end of a test."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Page, Request

_VIOLATIONS = """
document.addEventListener('securitypolicyviolation', (event) => {
  const { violatedDirective, blockedURI, sourceFile, lineNumber } = event;
  console.error(`policy violated: ${violatedDirective} by ${blockedURI} at ${sourceFile}:${lineNumber}`);
});
"""
_OF_THE_MACHINE = "GL Driver Message"
"""How a graphics card that is only imitated speaks of its speed."""
_OWN = ("data:", "blob:", "about:")


# Playwright keeps a mark on whatever it calls, so that there are no slots here.
@dataclass
class Watch:
    """What happened in a window of the browser."""

    address: str
    """Of the server; no request may go to another."""
    requests: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    """Of the console, of scripts, of the content security policy."""
    dialogs: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)
    """Parts of errors that a test provokes."""

    def over(self, context: BrowserContext) -> None:
        """Watches every page of ``context``, also those that are opened later."""
        context.add_init_script(_VIOLATIONS)
        context.on("request", self._asked)
        context.on("console", self._said)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("dialog", self._dialog)
        context.on("page", self._crashes)

    def faults(self) -> list[str]:
        """All that must not happen, in words."""
        told = [error for error in self.errors if not any(part in error for part in self.expected)]
        return [
            *(f"asked another host: {url}" for url in self.foreign),
            *(f"opened a dialog: {message}" for message in self.dialogs),
            *told,
        ]

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)
        if not request.url.startswith((f"{self.address}/", *_OWN)):
            self.foreign.append(request.url)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning", "assert") and _OF_THE_MACHINE not in message.text:
            where = message.location
            self.errors.append(f"{message.type}: {message.text} ({where['url']}:{where['lineNumber']})")

    def _dialog(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def _crashes(self, page: Page) -> None:
        page.on("crash", lambda _: self.errors.append("the page crashed"))
