"""Pictures of people: measured before they are decoded, made small, and written anew so that nothing hides in them."""

import base64
import io
import re
import warnings

from PIL import Image, ImageOps

from workbench.exchange.limits import Limits
from workbench.exchange.rows import BadRow
from workbench.kernel.words import N_

LARGEST_SIDE = 512
TOO_LARGE = N_("The photo has too many pixels; it was left out.")
FORMATS = ("JPEG", "PNG", "GIF", "BMP", "WEBP")


def jpeg_of(encoded: str, limits: Limits) -> str:
    """A base64 picture of any usual format as a small JPEG, in base64; BadRow if it is none or too large."""
    letters = re.sub(r"[^A-Za-z0-9+/]", "", encoded)
    raw = base64.b64decode(letters[: len(letters) // 4 * 4] + _rest(letters))
    return base64.b64encode(small_jpeg(raw, limits)).decode("ascii")


def _rest(letters: str) -> str:
    # three or two letters more are one or two bytes more; a single one is nothing
    rest = letters[len(letters) // 4 * 4 :]
    return rest.ljust(4, "=") if len(rest) > 1 else ""


def small_jpeg(raw: bytes, limits: Limits) -> bytes:
    """A picture as a JPEG of at most 512 pixels a side; BadRow if it is none or too large."""
    try:
        upright = _upright(raw, limits)
    except Image.DecompressionBombError as problem:
        raise BadRow(TOO_LARGE) from problem
    except BadRow:
        raise
    except Exception as problem:
        # a broken picture makes its decoder raise anything at all
        raise BadRow(N_("The photo cannot be read; it was left out.")) from problem
    out = io.BytesIO()
    upright.save(out, "JPEG", quality=85)
    return out.getvalue()


def _upright(raw: bytes, limits: Limits) -> Image.Image:
    with warnings.catch_warnings():
        # the header is judged here, by our own limit
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        picture: Image.Image = Image.open(io.BytesIO(raw), formats=FORMATS)
    width, height = picture.size
    if width * height > limits.pixels:
        raise BadRow(TOO_LARGE)
    picture.draft("RGB", (LARGEST_SIDE, LARGEST_SIDE))
    picture.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
    return ImageOps.exif_transpose(picture).convert("RGB")
