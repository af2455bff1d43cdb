/** The longest scale bar, in pixels. */
const LONGEST = 110;

/** A scale bar: a round number of metres, and how many pixels it is long. */
export function scaleBar(metresPerPixel: number): { readonly metres: number; readonly pixels: number } {
  const most = metresPerPixel * LONGEST;
  const ten = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((each) => each * ten).find((each) => each <= most) ?? ten;
  return { metres, pixels: metres / metresPerPixel };
}
