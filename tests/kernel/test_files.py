"""A file is either old or new, never half."""

from pathlib import Path

import pytest

from workbench.kernel.failures import DiskFull
from workbench.kernel.files import CannotWrite, replace_file


def test_the_file_is_there_when_the_block_has_ended(tmp_path):
    with replace_file(tmp_path / "plan.pdf") as file:
        file.write(b"new")
        assert not (tmp_path / "plan.pdf").exists()

    assert (tmp_path / "plan.pdf").read_bytes() == b"new"


def test_the_old_file_stays_when_writing_fails_and_nothing_lies_around(tmp_path):
    (tmp_path / "plan.pdf").write_bytes(b"old")

    def write_half():
        with replace_file(tmp_path / "plan.pdf") as file:
            file.write(b"new")
            raise ValueError("half")

    with pytest.raises(ValueError, match="half"):
        write_half()

    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("plan.pdf", b"old")]


def test_a_link_still_leads_to_the_file(tmp_path):
    (tmp_path / "real.pdf").write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to(tmp_path / "real.pdf")

    with replace_file(tmp_path / "link.pdf") as file:
        file.write(b"new")

    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == b"new"


@pytest.mark.parametrize("name", ["", "missing/plan.pdf", "file/plan.pdf", "x" * 300])
def test_a_place_that_cannot_be_written_is_told_in_a_sentence(tmp_path, name):
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(CannotWrite, match="cannot be written"), replace_file(tmp_path / name) as file:
        file.write(b"new")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_told_as_such():
    with pytest.raises(DiskFull), replace_file(Path("/dev/full")) as file:
        file.write(b"new" * 10_000)
