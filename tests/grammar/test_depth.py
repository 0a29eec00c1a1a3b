import pytest

from dostyk.grammar import analyse


@pytest.mark.parametrize("unit", ["Minister of ", "President of the Republic of ", "bank of the "])
def test_chains_of_complements_of_any_length_are_read(unit: str) -> None:
    assert analyse(unit * 1500)
