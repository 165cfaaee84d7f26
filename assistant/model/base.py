"""The manner of every value in the model: frozen, complete, refusing fields it does not know.

Nothing here knows about files, screens or Word.
"""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen value; two values with equal fields are equal."""

    # a class is made ready with its first value (several threads: since 2.14): no command uses more than a few
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
