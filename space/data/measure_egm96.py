#!/usr/bin/env python3
"""Measures bilinear interpolation in egm96-15.gz against the full EGM96 model (degree 360), everywhere.

    python3 measure_egm96.py /usr/share/proj/egm96_15.gtx [steps per 15' cell, default 16]

Needs numpy. It needs no coefficients: the model has no wave shorter than about one degree, and the source grid has four
samples to each such wave (Nyquist asks for two), so the model between the nodes is the Fourier interpolation of the nodes,
each meridian being continued over the pole to a full circle of 1440 samples. That this holds is printed, not assumed: the
amplitudes above degree 380 are the rounding of the source, 0.00002 cm, and heights published for the full model come back.
"""
import gzip
import sys

import numpy as np

from make_egm96 import COLUMNS, OUT, ROWS, decode, read_gtx

N = COLUMNS


# Published by NGA with its program for the full model, F477: latitude, longitude, metres.
PUBLISHED = ((38.6281550, 269.7791550, -31.629), (-14.6212170, 305.0211140, -2.966), (46.8743190, 102.4487290, -43.572),
             (-23.6174460, 133.8747120, 15.868), (38.6254730, 359.9995000, 50.065), (-0.4667440, 0.0023000, 17.330))


def circle(rows):
    """Rows 0..1439 around the full circle over both poles: rows 721.. are the far side, shifted by 180 degrees."""
    back = np.roll(rows[ROWS - 2:0:-1], N // 2, axis=1)
    return np.vstack([rows, back])


def finer(values, steps, axis):
    """Fourier interpolation along one axis, `steps` results for each sample."""
    spectrum = np.fft.rfft(values, axis=axis)
    shape = list(values.shape)
    shape[axis] = N * steps
    half = [slice(None)] * 2
    half[axis] = N // 2
    spectrum[tuple(half)] *= 0.5
    return np.fft.irfft(spectrum, n=shape[axis], axis=axis) * steps


def spectrum_of(full):
    """Fourier coefficients around the circle (colatitude) and along longitude, for points off every regular grid."""
    spectrum = np.fft.fft2(full) / (N * N)
    degrees = np.fft.fftfreq(N, 1 / N)
    return spectrum, degrees


def model(spectrum, degrees, lats, lons):
    """The model at lats x lons, in centimetres. The circle starts at the north pole, longitude at 180 W."""
    around = np.exp(1j * np.radians(90 - np.asarray(lats))[:, None] * degrees[None, :])
    along = np.exp(1j * np.radians(np.asarray(lons) + 180)[None, :] * degrees[:, None])
    return (around @ spectrum @ along).real


def main():
    steps = int(sys.argv[2]) if len(sys.argv) > 2 else 16
    source = np.array([list(row) for row in read_gtx(sys.argv[1])], dtype=np.float64) * 100
    ours = np.array(decode(gzip.decompress(OUT.read_bytes())), dtype=np.float64)
    print(f"quantisation: largest {np.abs(source - ours).max():.4f} cm")

    full = circle(source)
    for name, axis in (("longitude", 1), ("latitude", 0)):
        spectrum = np.abs(np.fft.rfft(full, axis=axis)) * 2 / N
        print(f"largest amplitude in {name} (cm): " + ", ".join(
            f"degree {low}..{high} {spectrum.take(range(low, high), axis).max():.5f}" for low, high in ((300, 361), (361, 380), (380, 420), (420, 721))))
    spectrum, degrees = spectrum_of(full)
    print("against the published heights of the full model (cm): " + ", ".join(
        f"{model(spectrum, degrees, [lat], [lon])[0, 0] - metres * 100:+.3f}" for lat, lon, metres in PUBLISHED))
    lon = finer(source, steps, 1)
    worst, total, weight = (0.0, 0.0, 0.0), 0.0, 0.0
    f = np.arange(steps) / steps
    by_cell = np.zeros((ROWS - 1, N))
    lat_fine = 90 - np.arange((ROWS - 1) * steps) / (4 * steps)
    cos = np.cos(np.radians(lat_fine))
    for west in range(0, N // 2, 24):                    # a meridian and its continuation on the far side belong together
        near = lon[:, west * steps:(west + 24) * steps]
        far = lon[:, (west + N // 2) * steps:(west + N // 2 + 24) * steps]
        ring = np.vstack([near, far[ROWS - 2:0:-1]])
        fine = finer(ring, steps, 0)
        sides = (
                (west, fine[:(ROWS - 1) * steps]),
                (west + N // 2, np.roll(fine[::-1], 1, axis=0)[:(ROWS - 1) * steps]))
        for first, truth in sides:
            columns = np.arange(first, first + 25) % N
            block = ours[:, columns]
            rows_ = (block[:-1, None, :] * (1 - f)[None, :, None] + block[1:, None, :] * f[None, :, None]).reshape(-1, 25)
            grid = (rows_[:, :-1, None] * (1 - f)[None, None, :] + rows_[:, 1:, None] * f[None, None, :]).reshape(rows_.shape[0], -1)
            off = grid - truth
            total += float((off * off * cos[:, None]).sum())
            weight += float(cos.sum()) * off.shape[1]
            by_cell[:, first:first + 24] = np.abs(off).reshape(ROWS - 1, steps, 24, steps).max(axis=(1, 3))
            at = np.unravel_index(np.abs(off).argmax(), off.shape)
            here = abs(float(off[at]))
            if here > worst[0]:
                worst = (here, 90 - at[0] / (4 * steps), -180 + first / 4 + at[1] / (4 * steps), float(off[at]))
    print(f"{(ROWS - 1) * N * steps * steps} points, {steps} x {steps} in each cell")
    print(f"largest |ours - model| {worst[0]:.3f} cm at {worst[1]:.6f}, {worst[2]:.6f} (ours - model {worst[3]:+.3f} cm)")
    print(f"RMS over the sphere {(total / weight) ** 0.5:.3f} cm")
    order = np.argsort(by_cell, axis=None)[::-1]
    u = np.arange(129) / 128
    closest = (0.0, 0.0, 0.0)
    for r, c in zip(*np.unravel_index(order[:64], by_cell.shape)):
        lats, lons = 90 - (r + u) / 4, -180 + (c + u) / 4
        west, east = (ours[r:r + 2, k % N] for k in (c, c + 1))
        edge = [side[0] * (1 - u) + side[1] * u for side in (west, east)]
        off = np.abs(edge[0][:, None] * (1 - u) + edge[1][:, None] * u - model(spectrum, degrees, lats, lons))
        at = np.unravel_index(off.argmax(), off.shape)
        closest = max(closest, (float(off[at]), float(lats[at[0]]), float(lons[at[1]])))
    print(f"worst 64 cells again, 129 x 129 points each: {closest[0]:.3f} cm at {closest[1]:.6f}, {closest[2]:.6f}")
    order = order[:8]
    print("worst cells (north-west corner, cm): " + "; ".join(
        f"{90 - r / 4:g} {-180 + c / 4:g} {by_cell[r, c]:.1f}" for r, c in zip(*np.unravel_index(order, by_cell.shape))))
    print("share of cells whose worst exceeds 10, 20, 50, 100 cm: " + ", ".join(f"{(by_cell > x).mean():.5f}" for x in (10, 20, 50, 100)))


if __name__ == "__main__":
    main()
