"""Matrices in four bits, as ONNX Runtime's MatMulNBits takes them."""
import numpy as np

# Where the ends of a block are cut off a little, the steps between get finer; the best of these is taken.
SHRINKS = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75)


def blocks(rows, size):
    """A matrix (out, in) as packed numbers 0–15 (out, blocks, size / 2), scales and packed zero points, both flat.

    value = scale * (number - zero), the scale and the zero of its block of `size` inputs."""
    out, inputs = rows.shape
    parts = rows.reshape(out, inputs // size, size).astype(np.float32)
    best, error = None, None
    for shrink in SHRINKS:
        low, high = np.minimum(parts.min(-1, keepdims=True) * shrink, 0), np.maximum(parts.max(-1, keepdims=True) * shrink, 0)
        scale = np.maximum((high - low) / 15, 1e-8)
        zero = np.clip(np.round(-low / scale), 0, 15)
        numbers = np.clip(np.round(parts / scale) + zero, 0, 15)
        off = ((scale * (numbers - zero) - parts) ** 2).sum(-1, keepdims=True)
        if best is None:
            best, error = [numbers, scale, zero], off
            continue
        best = [np.where(off < error, new, old) for new, old in zip((numbers, scale, zero), best)]
        error = np.minimum(off, error)
    numbers, scale, zero = best
    return pairs(numbers), scale[..., 0].astype(np.float32).reshape(-1), pairs(zero[..., 0]).reshape(-1)


def pairs(numbers):
    """Two numbers a byte, the first in the lower half; an odd last one alone."""
    numbers = numbers.astype(np.uint8)
    if numbers.shape[-1] % 2:
        numbers = np.concatenate([numbers, np.full_like(numbers[..., :1], 8)], -1)
    return numbers[..., 0::2] | (numbers[..., 1::2] << 4)


def rows_of(packed, scales, zeros):
    """The matrix that these numbers mean."""
    out, count, half = packed.shape
    numbers = np.stack([packed & 15, packed >> 4], -1).reshape(out, count, 2 * half).astype(np.float32)
    packed_zeros = zeros.reshape(out, -1)
    zero = np.stack([packed_zeros & 15, packed_zeros >> 4], -1).reshape(out, -1)[:, :count, None]
    return ((numbers - zero) * scales.reshape(out, count, 1)).reshape(out, -1)
