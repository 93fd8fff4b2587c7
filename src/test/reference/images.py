"""Makes the small picture files of ImageDecoderTest.

    python3 images.py ../resources/io/flamemark/imaging        (Pillow 9 or later)

Every upright picture is 32x16: red top left, green top right, blue bottom left, white bottom right.
"""
import struct
import sys
import zlib
from pathlib import Path

from PIL import Image, ImageDraw

out = Path(sys.argv[1])
W, H = 32, 16


def quarters(mode="RGB"):
    image = Image.new("RGB", (W, H), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, W // 2 - 1, H // 2 - 1), fill="red")
    draw.rectangle((W // 2, 0, W - 1, H // 2 - 1), fill="lime")
    draw.rectangle((0, H // 2, W // 2 - 1, H - 1), fill="blue")
    return image.convert(mode)


def png(path, bit_depth, color_type, rows):
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    height = len(rows)
    channels = {0: 1, 2: 3}[color_type]
    width = len(rows[0]) // channels
    raw = b"".join(b"\0" + struct.pack(">%dH" % len(row), *row) for row in rows)
    header = struct.pack(">IIBBBBB", width, height, bit_depth, color_type, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(raw)) + chunk(b"IEND", b"")
    )


quarters().save(out / "rgb.jpg", quality=95, subsampling=0)
quarters().save(out / "rgb.png")
quarters().save(out / "rgb.tif", compression="tiff_lzw")
quarters("CMYK").save(out / "cmyk.jpg", quality=95, subsampling=0)
quarters("CMYK").save(out / "cmyk.tif", compression="tiff_lzw")
quarters("P").save(out / "indexed.png")

# Stored so that each tag value turns it upright.
undo = {
    2: Image.FLIP_LEFT_RIGHT,
    3: Image.ROTATE_180,
    4: Image.FLIP_TOP_BOTTOM,
    5: Image.TRANSPOSE,
    6: Image.ROTATE_90,
    7: Image.TRANSVERSE,
    8: Image.ROTATE_270,
}
for tag in range(1, 9):
    image = quarters()
    if tag in undo:
        image = image.transpose(undo[tag])
    exif = Image.Exif()
    exif[0x0112] = tag
    image.save(out / f"orientation-{tag}.jpg", quality=95, subsampling=0, exif=exif)

quarters().transpose(undo[6]).save(out / "orientation-6.tif", compression="tiff_lzw", tiffinfo={274: 6})

alpha = Image.new("RGBA", (4, 1), (0, 0, 0, 0))
alpha.putpixel((1, 0), (255, 0, 0, 255))
alpha.putpixel((2, 0), (0, 0, 0, 128))
alpha.save(out / "alpha.png")
Image.new("LA", (2, 1), (0, 0)).save(out / "grey-alpha.png")
grey = Image.new("L", (3, 1))
grey.putdata([0, 100, 255])
grey.save(out / "grey.png")
grey.save(out / "grey.jpg", quality=100)
png(out / "grey16.png", 16, 0, [[0, 100 * 257, 65535]])
png(out / "rgb16.png", 16, 2, [[0, 100 * 257, 65535, 65535, 0, 50 * 257]])
bilevel = Image.new("1", (2, 1), 0)
bilevel.putpixel((1, 0), 1)
bilevel.save(out / "bilevel.tif", compression="group4")
quarters().save(out / "rgb.bmp")
quarters("P").save(out / "indexed.gif")
quarters().save(out / "lossless.webp", lossless=True)
# Lossy WebP halves the colour's resolution, so that only the inside of each quarter is exact.
quarters().save(out / "lossy.webp", quality=95)
