"""A language model at an OpenAI-compatible address: one question, one answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from episodes.core.errors import SourceError

#: Seconds that a model on a small machine may think.
PATIENCE = 600.0


@dataclass(frozen=True, kw_only=True)
class ChatModel:
    """A model by name at `url` (".../v1"); `key` is sent as a bearer token if there is one."""

    url: str
    model: str
    key: str = ""

    def answer(self, messages: list[dict[str, str]]) -> str:
        """Ask; raises SourceError with what stood in the way."""
        import httpx

        body = {"model": self.model, "messages": messages, "temperature": 0.2, "stream": False}
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        address = f"{self.url.rstrip('/')}/chat/completions"
        try:
            response = httpx.post(address, json=body, headers=headers, timeout=PATIENCE)
            response.raise_for_status()
            answer: Any = response.json()
            text = answer["choices"][0]["message"]["content"]
        except httpx.HTTPStatusError as error:
            raise SourceError(
                f"{address} answers {error.response.status_code}: {error.response.text[:200]}",
                hint="check url, model and key_env in [summaries] of episodes.toml",
            ) from error
        except httpx.HTTPError as error:
            raise SourceError(f"{address} cannot be asked: {error}", hint="is the server running?") from error
        except (ValueError, KeyError, IndexError, TypeError) as error:
            raise SourceError(f"{address} does not answer as an OpenAI-compatible server does") from error
        if not isinstance(text, str) or not text.strip():
            raise SourceError(f"{self.model} gave an empty answer", hint="try again, or another model")
        return text
