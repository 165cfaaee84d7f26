"""The line one types a search into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input


class SearchBox(Input):
    """Words, phrases and fields; every key searches. Up and down choose among what is found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Next"),
        Binding("up", "move(-1)", "Previous", show=False),
    ]

    HELP = """
## Search

Letters appear as you type. `"a phrase"`, `OR`, `-without`, `prefix*`; fields `from:` `to:` `person:` `place:`
`org:` `act:` `kind:` `lang:` `before:2019-06-01` `after:2019` `status:accepted`. Accents and alphabets do not
matter: *swiacicki* finds Świącicki, *Еримбетов* finds Yerimbetov. *Up* and *down* choose, *enter* reads, *tab* goes
to what was found.
"""

    # Textual would lay the whole screen out anew for every letter typed; this line keeps its size whatever stands in it
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    @dataclass
    class Moved(Message):
        """Another row is wanted, `step` further on."""

        step: int

    def action_move(self, step: int) -> None:
        """Ask for another row."""
        self.post_message(self.Moved(step))
